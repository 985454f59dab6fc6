using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Finds the complex types that cannot be expressed, and those that fall with them.</summary>
internal sealed class SupportChecker(SchemaIndex index, List<SchemaIssue> issues)
{
    private readonly Dictionary<XmlName, bool> _supported = [];

    public bool IsSupported(TypeReference type)
    {
        if (type.Complex is { } anonymous)
        {
            return Check(anonymous, "an anonymous type");
        }

        if (type.Name is not { } name || index.ComplexType(name) is not { } complex)
        {
            return true;
        }

        if (!_supported.TryGetValue(name, out var supported))
        {
            // A type that refers to itself does not fall with itself.
            _supported[name] = true;
            _supported[name] = supported = Check(complex, index.Display(name));
        }

        return supported;
    }

    private bool Check(ComplexTypeModel type, string name)
    {
        var content = FlatContent.Of(type.Particle);
        var qualified = type.Attributes.FirstOrDefault(a => a.Name.Namespace.Length > 0);
        var unsupported = qualified is null ? content.Unsupported : $"the attribute '{qualified.Name}', which is in a namespace";
        if (unsupported is { } construct)
        {
            issues.Add(SchemaIssue.Create(IssueIds.UnsupportedConstruct, type.Line, name, construct));
            return false;
        }

        var lost = content.Items.FirstOrDefault(i => i.Element is { } element && !IsSupported(element.Type))?.Element;
        if (lost is not null)
        {
            issues.Add(SchemaIssue.Create(IssueIds.DroppedWithUnsupported, type.Line, name, lost.Name.LocalName));
        }

        return lost is null;
    }
}
