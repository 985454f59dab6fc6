using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Converts a plan to a file, except for the parts that depend on the rest of the project.</summary>
internal static class FileEmitter
{
    public static FileDraft Emit(FilePlan plan)
    {
        var writer = new CodeWriter();
        switch (plan)
        {
            case RecordPlan record:
                new RecordEmitter(writer, record).Emit();
                break;
            case GroupPlan group:
                new GroupEmitter(writer, group).Emit();
                break;
            case InterfacePlan contract:
                InterfaceEmitter.Emit(writer, contract);
                break;
            case EnumerationPlan enumeration:
                EnumerationEmitter.Emit(writer, enumeration);
                break;
            case SchemaPlan schema:
                SchemaEmitter.Emit(writer, schema);
                break;
            case OverlayPlan overlay:
                OverlayEmitter.Emit(writer, overlay);
                break;
        }

        var attribute = plan is SchemaPlan { IsShared: true } shared ? SchemaEmitter.Provided(shared) : string.Empty;
        return FileDraft.Of(plan, attribute, writer.ToString());
    }

    /// <summary>Writes the documentation, attributes and declaration of a type, and opens it.</summary>
    /// <param name="writer">The target.</param>
    /// <param name="header">The type.</param>
    /// <param name="declaration">The declaration between accessibility and name.</param>
    /// <param name="bases">The text after the name.</param>
    public static void OpenType(CodeWriter writer, TypeHeader header, string declaration, string bases)
    {
        if (header.Summary is { } summary)
        {
            Summary(writer, summary);
        }

        if (header.Marker is { } marker)
        {
            writer.Line($"[{marker}]");
        }

        Obsolete(writer, header.Obsolete);
        writer.Open($"{header.Accessibility} {declaration} {header.Name}{bases}");
    }

    public static void Summary(CodeWriter writer, string text) => writer.Line($"/// <summary>{CodeText.Doc(text)}</summary>");

    public static void Obsolete(CodeWriter writer, string? reason)
    {
        if (reason is not null)
        {
            writer.Line($"[{Library.System}Obsolete({CodeText.Literal(reason)})]");
        }
    }
}
