using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>The components of a set, their references, and their dependents.</summary>
internal sealed class ComponentTable
{
    private const int MaxNamed = 8;

    private readonly List<SchemaFile> _files;
    private readonly List<SchemaIssue> _issues;
    private readonly Dictionary<ComponentName, Component> _components = [];
    private readonly Dictionary<ComponentName, List<ComponentName>> _users = [];
    private readonly Dictionary<ComponentName, List<Reference>> _references = [];

    public ComponentTable(List<SchemaFile> files, List<SchemaIssue> issues)
    {
        _files = files;
        _issues = issues;
        foreach (var component in files.SelectMany(f => f.Components))
        {
            _components[component.Name] = component;
        }

        foreach (var component in _components.Values)
        {
            var references = Reference.Of(component.Declaration).ToList();
            _references.Add(component.Name, references);
            foreach (var target in references.Where(r => r.Target is not null).Select(r => new ComponentName(r.Kind, r.Target!)).Distinct())
            {
                if (!_users.TryGetValue(target, out var users))
                {
                    _users.Add(target, users = []);
                }

                users.Add(component.Name);
            }
        }
    }

    public Component? Find(ComponentKind kind, XName name) => _components.TryGetValue(new ComponentName(kind, name), out var found) ? found : null;

    /// <summary>Removes components with unresolved references.</summary>
    public void DropUnresolved()
    {
        foreach (var component in _files.SelectMany(f => f.Components).ToList())
        {
            if (_components.ContainsKey(component.Name) && _references[component.Name].Find(r => !IsKnown(r)) is { } broken)
            {
                Drop(component, component.File.LineOf(broken.Attribute), WhatIsMissing(broken));
            }
        }
    }

    /// <summary>Adds the imports that the components of each file need, because published schemas often omit them.</summary>
    public void Import()
    {
        foreach (var file in _files)
        {
            file.Root.Elements().Where(e => e.Name.Namespace == SchemaFile.Xsd && e.Name.LocalName is "import" or "include" or "redefine" or "override").Remove();
            file.Root.AddFirst(file.Components
                .SelectMany(c => _references[c.Name])
                .Select(r => r.Target!.NamespaceName)
                .Distinct()
                .Where(n => n != file.TargetNamespace && n != SchemaIndex.XmlSchemaNamespace)
                .Select(n => new XElement(SchemaFile.Xsd + "import", n.Length == 0 ? null : new XAttribute("namespace", n))));
        }
    }

    /// <summary>Removes a component and its dependents, and reports it.</summary>
    public void Drop(Component component, SourceLine line, string reason)
    {
        var users = Remove([component.Name]);
        _issues.Add(SchemaIssue.Create(IssueIds.ComponentLeftOut, line, component.Name.ToString(), reason, Consequence(users)));
    }

    /// <summary>Removes a file and its dependents, and reports it.</summary>
    public void Drop(SchemaFile file, SourceLine line, string reason)
    {
        var users = Remove([.. file.Components.Select(c => c.Name)]);
        _files.Remove(file);
        _issues.Add(SchemaIssue.Create(IssueIds.SchemaDoesNotCompile, line, reason.TrimEnd('.') + Consequence(users)));
    }

    private static string Consequence(List<ComponentName> users)
    {
        var named = string.Join(", ", users.Take(MaxNamed).Select(u => u.ToString()));
        var more = users.Count > MaxNamed ? $" and {users.Count - MaxNamed} more" : string.Empty;
        return users.Count == 0 ? string.Empty : $". The components that need it are left out too: {named}{more}";
    }

    private List<ComponentName> Remove(List<ComponentName> roots)
    {
        var gone = new HashSet<ComponentName>();
        var users = new List<ComponentName>();
        var queue = new Queue<ComponentName>(roots);
        while (queue.Count > 0)
        {
            var name = queue.Dequeue();
            if (!gone.Add(name) || !_components.TryGetValue(name, out var component))
            {
                continue;
            }

            component.Declaration.Remove();
            _components.Remove(name);
            if (!roots.Contains(name))
            {
                users.Add(name);
            }

            foreach (var user in _users.TryGetValue(name, out var found) ? found : [])
            {
                queue.Enqueue(user);
            }
        }

        return users;
    }

    private bool IsKnown(Reference reference) => reference.Target is { } target
        && (target.Namespace == SchemaFile.Xsd
            ? reference.Kind == ComponentKind.Type && BuiltInTypes.Contains(target.LocalName)
            : _components.ContainsKey(new ComponentName(reference.Kind, target)));

    private string WhatIsMissing(Reference reference)
    {
        var kind = new ComponentName(reference.Kind, "x").KindText;
        if (reference.Target is not { } target)
        {
            return $"it refers to the {kind} '{reference.Text}', whose prefix is not declared";
        }

        var isKnown = target.Namespace == SchemaFile.Xsd || _files.Exists(f => f.TargetNamespace == target.NamespaceName);
        return isKnown
            ? $"it refers to the {kind} '{reference.Text}', which the schema of '{target.NamespaceName}' does not have"
            : $"it refers to the {kind} '{reference.Text}' of '{target.NamespaceName}', for which there is no schema; add it as an EppSchema item";
    }
}
