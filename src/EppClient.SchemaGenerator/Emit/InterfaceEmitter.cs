using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the interface that stands for an abstract type: which of its types an element has, it says in <c>xsi:type</c>.</summary>
internal static class InterfaceEmitter
{
    public static void Emit(CodeWriter writer, InterfacePlan plan)
    {
        FileEmitter.OpenType(writer, plan.Header, "interface", $" : {Library.Xml}IEppDerivedContent");
        FileEmitter.Summary(writer, "Reads the element on which the reader stands as the type that it names.");
        writer.Line("/// <param name=\"reader\">Stands on the start of the element; afterwards behind its end.</param>");
        writer.Line("/// <returns>The content; null where the element names no such type, or one that is not known.</returns>");
        writer.Line($"/// <exception cref=\"{Library.Root}EppProtocolException\">The XML is not well-formed, or reading is strict and the type is not known, a required part is missing or a value cannot be read.</exception>");
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
