using EppClient.SchemaGenerator.Planning;

namespace EppClient.SchemaGenerator.Emit;

/// <summary>Emits records of sibling elements of an extension schema.</summary>
internal sealed class GroupEmitter(CodeWriter writer, GroupPlan plan)
{
    public void Emit()
    {
        var name = plan.Header.Name;
        FileEmitter.OpenType(writer, plan.Header, "sealed partial record", " : " + (plan.CommandType is { } command
            ? $"{Library.Root}IEppExtension<{command}>"
            : $"{Library.Root}IEppResponseExtension<{name}>"));
        writer.Line($"private const string Namespace = {CodeText.Literal(plan.XmlNamespace)};");
        writer.Line();
        if (plan.EmitDefaultConstructor)
        {
            ConstructorEmitter.Default(writer, name);
        }

        PropertyEmitter.Emit(writer, plan);
        if (plan.CommandType is not null)
        {
            writer.Line($"string? {Library.Root}IEppExtension.ServiceUri => Namespace;");
            writer.Line();
        }

        Find();
        writer.Line();
        Write();
        PrintMembersEmitter.Emit(writer, plan);
        writer.Close();
    }

    private void Find()
    {
        var name = plan.Header.Name;
        writer.Line(plan.CommandType is null ? "/// <inheritdoc/>" : $"/// <inheritdoc cref=\"{Library.Root}IEppResponseExtension{{TSelf}}.Find\"/>");
        writer.Open($"public static {name}? Find({Library.Collections}IReadOnlyList<{Library.Xml}IEppElement> elements)");
        var known = string.Join(", ", plan.Members.Select(m => CodeText.Literal(m.Xml.LocalName)));
        writer.Open($"if (!{Library.Xml}EppElements.ContainsAny(elements, Namespace, {known}))");
        writer.Line("return null;");
        writer.Close();
        writer.Line();
        writer.Open($"return new {name}");
        foreach (var member in plan.Members)
        {
            writer.Line($"{member.Name} = {Lookup(member)},");
        }

        writer.Close("};");
        writer.Close();
    }

    private static string Lookup(MemberPlan member)
    {
        var (type, name) = (member.Value.ClrType, CodeText.Literal(member.Xml.LocalName));
        return (member.Value.Kind, member.IsList) switch
        {
            (ValueKind.ElementRecord, true) => $"{Library.Xml}EppElements.All<{type}>(elements)",
            (ValueKind.ElementRecord, false) => $"{Library.Xml}EppElements.First<{type}>(elements)" + Required(member, "!"),
            (_, true) => $"{Library.Xml}EppElements.Values<{type}>(elements, Namespace, {name})",
            _ when member.Value.IsStruct => $"{Library.Xml}EppElements.Value<{type}>(elements, Namespace, {name})" + Required(member, " ?? default"),
            _ => $"{Library.Xml}EppElements.Text(elements, Namespace, {name})" + Required(member, " ?? string.Empty"),
        };
    }

    private static string Required(MemberPlan member, string otherwise) => member.IsRequired ? otherwise : string.Empty;

    private void Write()
    {
        writer.Line(plan.CommandType is not null ? "/// <inheritdoc/>" : $"/// <inheritdoc cref=\"{Library.Root}IEppExtension.Write\"/>");
        writer.Open($"public void Write({Library.Xml}EppXmlWriter writer)");
        var members = new WriterEmitter(writer, plan.Header.Name, plan.XmlNamespace, hasFields: false);
        foreach (var member in plan.Members)
        {
            members.Member(member);
        }

        writer.Close();
    }
}
