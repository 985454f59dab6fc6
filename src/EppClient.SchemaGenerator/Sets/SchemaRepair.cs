using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Makes a component acceptable to the schema compiler with the smallest loss: C# types do not require that a restriction is valid or that an ID is unique.
/// Losses are reported.
/// </summary>
internal sealed class SchemaRepair(ComponentTable table, List<SchemaIssue> issues)
{
    private static readonly string[] Facets =
    [
        "length", "minLength", "maxLength", "pattern", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "totalDigits", "fractionDigits", "whiteSpace",
    ];

    private static readonly string[] Needed = ["name", "ref", "type", "base", "itemType", "memberTypes", "minOccurs", "maxOccurs", "value", "targetNamespace"];

    /// <summary>Repairs a fault; returns false if that is not possible.</summary>
    public bool TryRepair(Fault fault)
    {
        if (fault.Element is not { } element || fault.Component is not { } component)
        {
            return (fault.At is XAttribute onRoot && onRoot.Parent == fault.File.Root && TryRemove(onRoot, fault, "schema")) || TryRemoveChild(fault);
        }

        return (fault.At is XAttribute attribute && TryRemove(attribute, fault, component.Name.ToString()))
            || TryRemoveFacet(element, fault, component)
            || TryRemoveText(fault, component)
            || TryFreeRestrictions(element, component)
            || TryRenounceIds(component)
            || TryRemoveValue(element, fault, component);
    }

    private bool TryRemove(XAttribute attribute, Fault fault, string owner)
    {
        if (Needed.Contains(attribute.Name.LocalName) || attribute.IsNamespaceDeclaration)
        {
            return false;
        }

        Report(fault, $"attribute '{attribute.Name.LocalName}' of the {owner}");
        attribute.Remove();
        return true;
    }

    // Removes a child of the root that is not a component.
    private bool TryRemoveChild(Fault fault)
    {
        if (fault.Element?.AncestorsAndSelf().FirstOrDefault(e => e.Parent == fault.File.Root) is not { } child)
        {
            return false;
        }

        Report(fault, $"element '{child.Name.LocalName}'");
        child.Remove();
        return true;
    }

    private bool TryRemoveFacet(XElement element, Fault fault, Component component)
    {
        if (element.Name.Namespace != SchemaFile.Xsd || !Facets.Contains(element.Name.LocalName))
        {
            return false;
        }

        Report(fault, $"{element.Name.LocalName} '{element.Attribute("value")?.Value}' of the {component.Name}");
        element.Remove();
        return true;
    }

    // A schema has no text between its elements. Stray text comes from editors or from page breaks of an RFC.
    private bool TryRemoveText(Fault fault, Component component)
    {
        var text = component.Declaration.DescendantNodes().OfType<XText>()
            .Where(t => t.Value.Trim().Length > 0 && !t.Ancestors(SchemaFile.Xsd + "annotation").Any())
            .ToList();
        text.ForEach(t => t.Remove());
        if (text.Count > 0)
        {
            Report(fault with { Message = "a schema has no text between its elements" }, $"text '{text[0].Value.Trim().Split('\n')[0]}' in the {component.Name}");
        }

        return text.Count > 0;
    }

    private bool TryRemoveValue(XElement element, Fault fault, Component component)
    {
        if ((element.Attribute("default") ?? element.Attribute("fixed")) is not { } value)
        {
            return false;
        }

        Report(fault, $"{value.Name.LocalName} value '{value.Value}' in the {component.Name}");
        value.Remove();
        return true;
    }

    private bool TryFreeRestrictions(XElement element, Component component)
    {
        var type = element.AncestorsAndSelf(SchemaFile.Xsd + "complexType").FirstOrDefault();
        return type is not null && RestrictionRelaxer.TryFree(type, component.File, table);
    }

    // Both types have the same lexical rules.
    private static bool TryRenounceIds(Component component)
    {
        var ids = component.Declaration.DescendantsAndSelf().Attributes("type")
            .Where(a => QName.Resolve(a.Value.Trim(), a.Parent!) == SchemaFile.Xsd + "ID").ToList();
        ids.ForEach(a => a.SetValue(a.Value.Replace("ID", "NCName")));
        return ids.Count > 0;
    }

    private void Report(Fault fault, string what) =>
        issues.Add(SchemaIssue.Create(IssueIds.ComponentLeftOut, fault.Line, what, fault.Message.TrimEnd('.'), string.Empty));
}
