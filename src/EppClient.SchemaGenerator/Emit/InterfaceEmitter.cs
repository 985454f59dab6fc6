using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the interface for an abstract type. An element declares its actual type in <c>xsi:type</c>.</summary>
internal static class InterfaceEmitter
{
    public static void Emit(CodeWriter writer, InterfacePlan plan)
    {
        FileEmitter.OpenType(writer, plan.Header, "interface", $" : {Library.Xml}IEppDerivedContent");
        FileEmitter.Summary(writer, "Reads the current element as the type that it names.");
        writer.Line("/// <param name=\"reader\">The reader, positioned on the start of the element; afterwards after its end.</param>");
        writer.Line("/// <returns>The content; null if the element names no type, or an unknown one.</returns>");
        writer.Line($"/// <exception cref=\"{Library.Root}EppProtocolException\">The XML is not well-formed, or reading is strict and the type is unknown, a required part is missing or a value cannot be read.</exception>");
        writer.Open($"static {plan.Header.Name}? ReadContent({Library.Xml}EppXmlReader reader) => reader.TypeName switch");
        foreach (var type in plan.Derived)
        {
            writer.Line($"({CodeText.Literal(type.Name.Namespace)}, {CodeText.Literal(type.Name.LocalName)}) => {type.ClrType}.ReadContent(reader),");
        }

        writer.Line($"_ => reader.ReadUntyped<{plan.Header.Name}>({CodeText.Literal(plan.SchemaType)}),");
        writer.Close("};");
        writer.Close();
    }
}
