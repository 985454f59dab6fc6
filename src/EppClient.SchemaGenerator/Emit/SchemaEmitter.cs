using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits the class of a schema.</summary>
internal static class SchemaEmitter
{
    public static void Emit(CodeWriter writer, SchemaPlan plan)
    {
        var name = plan.Header.Name;
        FileEmitter.OpenType(writer, plan.Header, "sealed partial class", $" : {Library.Xml}EppSchema");
        foreach (var descriptor in plan.Descriptors)
        {
            DescriptorEmitter.Emit(writer, descriptor, "public");
        }

        writer.Line($"private const string Namespace = {CodeText.Literal(plan.XmlNamespace)};");
        writer.Line();
        writer.Open($"private {name}()");
        writer.Close();
        writer.Line();
        FileEmitter.Summary(writer, "The singleton instance.");
        writer.Line($"public static {name} Instance {{ get; }} = new();");
        writer.Line();
        foreach (var version in plan.OlderVersions)
        {
            OlderVersion(writer, version);
        }

        writer.Line("/// <inheritdoc/>");
        writer.Line("public override string NamespaceUri => Namespace;");
        writer.Line();
        if (plan.IsAddition)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override bool IsAddition => true;");
            writer.Line();
        }

        Read(writer, plan);
        writer.Line();
        Sensitivity(writer, plan);
        if (plan.DeclaredElements.Count > 0)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override bool Declares(string localName) => localName is {string.Join(" or ", plan.DeclaredElements.Select(CodeText.Literal))};");
        }

        writer.Close();
    }

    /// <summary>The assembly attribute that provides the schema to projects that refer to this one.</summary>
    public static string Provided(SchemaPlan plan)
    {
        var arguments = new[] { plan.XmlNamespace, FullName(plan.Header) }.Concat(plan.ProvidedTypes).Select(CodeText.Literal);
        return $"[assembly: {Library.Xml}EppSchemaProvided({string.Join(", ", arguments)})]";
    }

    private static string FullName(TypeHeader header) => header.Namespace.Length == 0 ? header.Name : $"{header.Namespace}.{header.Name}";

    private static void OlderVersion(CodeWriter writer, OlderVersionPlan version)
    {
        FileEmitter.Summary(writer, $"The older version <c>{version.Uri}</c>, and the elements that it does not have.");
        writer.Open($"public static {Library.Xml}EppSchemaVersion {version.Property} {{ get; }} = new({CodeText.Literal(version.Uri)}, Namespace)");
        writer.Line($"MissingElements = [{string.Join(", ", version.MissingElements.Select(CodeText.Literal))}],");
        writer.Close("};");
        writer.Line();
    }

    private static void Read(CodeWriter writer, SchemaPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public override {Library.Xml}IEppElement? Read({Library.Xml}EppXmlReader reader) => reader.LocalName switch");
        foreach (var element in plan.Elements)
        {
            var value = element.Value;
            var name = CodeText.Literal(element.Name);
            writer.Line(value.Kind == ValueKind.ElementRecord
                ? $"{name} => {value.ClrType}.ReadContent(reader),"
                : $"{name} => reader.ElementOf<{value.ClrType}>(Namespace, {name}, {ValueText.Read(value)}, {value.Descriptor}),");
        }

        writer.Line("_ => null,");
        writer.Close("};");
    }

    private static void Sensitivity(CodeWriter writer, SchemaPlan plan)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public override {Library.Xml}EppSensitivity SensitivityOf(string localName) => localName switch");
        Names(plan.SecretElements, "Secret");
        Names(plan.PersonalElements, "Personal");
        writer.Line($"_ => {Library.Xml}EppSensitivity.None,");
        writer.Close("};");

        void Names(EquatableArray<string> names, string sensitivity)
        {
            if (names.Count > 0)
            {
                writer.Line($"{string.Join(" or ", names.Select(CodeText.Literal))} => {Library.Xml}EppSensitivity.{sensitivity},");
            }
        }
    }
}
