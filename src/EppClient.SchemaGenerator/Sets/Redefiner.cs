using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Replaces components by their redefinitions. The original is kept under another name, because the redefinition is based on it. A redefinition that is not,
/// which other tools accept, replaces the original.
/// </summary>
internal sealed class Redefiner
{
    private readonly List<SchemaFile> _files;
    private readonly FileFinder _finder;
    private readonly List<SchemaIssue> _issues;
    private readonly HashSet<SchemaFile> _done = [];

    private Redefiner(List<SchemaFile> files, List<SchemaIssue> issues)
    {
        _files = files;
        _finder = new FileFinder(files.Select(f => f.Source).Where(s => s.Path.Length > 0).Distinct());
        _issues = issues;
    }

    public static void Apply(List<SchemaFile> files, List<SchemaIssue> issues)
    {
        var redefiner = new Redefiner(files, issues);
        foreach (var file in files)
        {
            redefiner.Apply(file);
        }
    }

    private void Apply(SchemaFile file)
    {
        if (!_done.Add(file))
        {
            return;
        }

        foreach (var (reference, found) in Inclusions.Of(file, _finder).Where(i => Inclusions.IsRedefinition(i.Reference)).ToList())
        {
            // The redefined file can itself redefine a third file.
            foreach (var original in _files.Where(f => f.Source == found && f.TargetNamespace == file.TargetNamespace))
            {
                Apply(original);
            }

            foreach (var redefinition in reference.Elements().ToList())
            {
                if (file.ComponentOf(redefinition) is { } component)
                {
                    Replace(component, found);
                }
            }

            reference.Remove();
        }
    }

    private void Replace(Component redefinition, SchemaSource? found)
    {
        var originals = _files.SelectMany(f => f.Components).Where(c => c.Name == redefinition.Name).ToList();
        var original = originals.Find(c => c.File.Source == found) ?? originals.FirstOrDefault();
        var own = Reference.Of(redefinition.Declaration).Where(r => r.Kind == redefinition.Name.Kind && r.Target == redefinition.Name.Name).ToList();
        if (original is null && own.Count > 0)
        {
            Report(redefinition, "no file has an original of it");
            return;
        }

        if (original is not null && own.Count == 0)
        {
            original.Declaration.Remove();
            if (redefinition.Name.Kind == ComponentKind.Type && redefinition.Declaration.Parent!.Name.LocalName == "redefine")
            {
                Report(redefinition, "it is not based on the original, as a redefinition must be; it replaces the original");
            }
        }
        else if (original is not null)
        {
            Hide(original, own);
        }

        redefinition.Declaration.Remove();
        redefinition.File.Root.Add(redefinition.Declaration);
    }

    private void Hide(Component original, List<Reference> own)
    {
        var suffix = ComponentName.RedefinedSuffix;
        while (_files.Exists(f => f.Components.Any(c => c.Name == original.Name with { Name = original.Name.Name + suffix })))
        {
            suffix += ComponentName.RedefinedSuffix;
        }

        original.Declaration.SetAttributeValue("name", original.Name.Name.LocalName + suffix);
        foreach (var reference in own)
        {
            reference.Attribute.SetValue(reference.Text + suffix);
        }
    }

    private void Report(Component redefinition, string reason) => _issues.Add(SchemaIssue.Create(
        IssueIds.RedefinitionDoesNotFit, redefinition.File.LineOf(redefinition.Declaration), redefinition.Name.ToString(), reason));
}
