using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits records.</summary>
internal sealed class RecordEmitter(CodeWriter writer, RecordPlan plan)
{
    public void Emit()
    {
        // A part has no element of its own, so it has no unknown content.
        var content = plan.IsPart ? "IEppContent" : plan.KeepsUnknown ? "EppComplexContent" : "EppContent";
        var own = plan.IsPart ? [Library.Xml + content] : new[] { Library.Xml + content, $"{Library.Xml}IEppReadable<{plan.Header.Name}>" };
        var bases = string.Join(", ", own.Concat(plan.Interfaces));
        FileEmitter.OpenType(writer, plan.Header, "sealed partial record", " : " + bases);
        foreach (var descriptor in plan.Descriptors)
        {
            DescriptorEmitter.Emit(writer, descriptor, "private");
        }

        if (plan.ElementName is not null || plan.Members.Any(m => m.Place is MemberPlace.Element or MemberPlace.Wildcard))
        {
            writer.Line($"private const string Namespace = {CodeText.Literal(plan.XmlNamespace)};");
            writer.Line();
        }

        Constructor();
        if (plan.Shape == RecordShape.Union)
        {
            new UnionEmitter(writer, plan).Emit();
        }
        else
        {
            PropertyEmitter.Emit(writer, plan);
        }

        CommonProperties();
        Conversion();
        if (plan.IsPart)
        {
            new PartReaderEmitter(writer, plan).Emit();
        }
        else
        {
            new ReaderEmitter(writer, plan).Emit();
        }

        writer.Line();
        Find();
        new WriterEmitter(writer, plan.Header.Name, plan.XmlNamespace).Emit(plan);
        PrintMembersEmitter.Emit(writer, plan);
        writer.Close();
    }

    private void Constructor()
    {
        if (plan.Shape == RecordShape.Union)
        {
            writer.Open($"private {plan.Header.Name}()");
            writer.Close();
            writer.Line();
        }
        else
        {
            ConstructorEmitter.Emit(writer, plan);
        }
    }

    private void CommonProperties()
    {
        if (plan.PartHasNotes)
        {
            writer.Line($"private {Library.Xml}EppReadNotes? ReadNotes {{ get; init; }}");
            writer.Line();
        }

        if (plan.Command is { } command)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public {Library.Root}EppVerb Verb => {Library.Root}EppVerb.{command.Verb};");
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{Library.Root}IEppCommand.Extensions\"/>");
            PropertyEmitter.List(writer, "Extensions", $"{Library.Root}IEppExtension<{plan.Header.Name}>");
            writer.Line($"{Library.Collections}IReadOnlyList<{Library.Root}IEppExtension> {Library.Root}IEppCommand.Extensions => Extensions;");
            writer.Line();
        }

        if (plan.Command is { IsTransfer: true })
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public required {Library.Root}EppTransferOperation Operation {{ get; init; }}");
            writer.Line();
            writer.Line($"{Library.Root}IEppTransferCommand {Library.Root}IEppTransferCommand.WithOperation({Library.Root}EppTransferOperation operation) =>");
            writer.Line("    this with { Operation = operation };");
            writer.Line();
        }

        if (plan.DerivedType is { } derived)
        {
            writer.Line($"string {Library.Xml}IEppDerivedContent.TypeNamespaceUri => {CodeText.Literal(derived.Namespace)};");
            writer.Line();
            writer.Line($"string {Library.Xml}IEppDerivedContent.TypeName => {CodeText.Literal(derived.LocalName)};");
            writer.Line();
        }

        if (plan.ElementName is { } element)
        {
            writer.Line($"string {Library.Xml}IEppElement.NamespaceUri => Namespace;");
            writer.Line();
            writer.Line($"string {Library.Xml}IEppElement.LocalName => {CodeText.Literal(element)};");
            writer.Line();
        }
    }

    /// <summary>Emits an implicit conversion if one value is sufficient for the record.</summary>
    private void Conversion()
    {
        var required = plan.Members.Where(m => m.IsRequired).ToList();
        var sole = required.Count == 0 ? plan.Members.FirstOrDefault(m => m.Place == MemberPlace.Content) : required[0];
        var isPlain = plan.Members.All(m => m.Place is MemberPlace.Attribute or MemberPlace.Content) && plan.Command is null;
        if (sole is null || required.Count > 1 || !isPlain || sole.Value.Kind is ValueKind.Mixed or ValueKind.Derived or ValueKind.List || sole.Default is not null)
        {
            return;
        }

        FileEmitter.Summary(writer, "Converts a value to an instance.");
        writer.Line($"/// <param name=\"{sole.Local}\">{CodeText.Doc(sole.Summary)}</param>");
        writer.Line($"public static implicit operator {plan.Header.Name}({sole.Value.ClrType} {sole.Local}) => new() {{ {sole.Name} = {sole.Local}{Implied(sole)} }};");
        writer.Line();
    }

    /// <summary>The attributes whose value is derived from this value.</summary>
    private string Implied(MemberPlan value) => string.Concat(plan.Members.Where(m => m.AddressMember == value.Name).Select(m =>
        $", {PropertyEmitter.Backing(m)} = {m.Value.ClrType}.From({Library.Xml}EppIpVersion.Of({value.Local}))"));

    private void Find()
    {
        if (plan.IsResponseExtension)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public static {plan.Header.Name}? Find({Library.Collections}IReadOnlyList<{Library.Xml}IEppElement> elements) =>");
            writer.Line($"    {Library.Xml}EppElements.First<{plan.Header.Name}>(elements);");
            writer.Line();
        }
    }
}
