using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Naming;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Plans the sets of a project one by one; each is independent of the others.</summary>
internal static class ProjectPlanner
{
    public static PlanSet Plan(
        EquatableArray<SchemaModel> models, EquatableArray<DeclarationModel> declarations, EquatableArray<ProvidedSchema> provided, string fallbackNamespace)
    {
        var root = Names.Namespace(fallbackNamespace);
        var bySet = declarations.ToLookup(a => SetOf(a, models, root));
        var files = new Dictionary<string, FilePlan>(StringComparer.OrdinalIgnoreCase);
        var issues = new List<SchemaIssue>();
        foreach (var model in models)
        {
            var plan = Planner.Plan(new PlannerInput(model, bySet[model.Set].ToEquatableArray(), provided, FallbackOf(model, root)));
            issues.AddRange(plan.Issues);
            foreach (var file in plan.Files)
            {
                // Two files with one name would make the generator fail.
                if (files.ContainsKey(file.HintName))
                {
                    var place = model.Namespaces.Where(n => !n.IsEmbedded).Select(n => n.Path).DefaultIfEmpty(string.Empty).Last();
                    issues.Add(SchemaIssue.Create(IssueIds.SecondTypeOfName, new SourceLine(place, 1, 1), file.HintName.Substring(0, file.HintName.Length - ".g.cs".Length)));
                }
                else
                {
                    // Another project could not know which variant of a namespace is meant.
                    files.Add(file.HintName, model.IsNamed && file is SchemaPlan schema ? schema with { IsShared = false } : file);
                }
            }
        }

        return new PlanSet(files.Values.ToEquatableArray(), issues.ToEquatableArray());
    }

    /// <summary>
    /// The set of a partial declaration: the one with types of the namespace in the same C# namespace, or else the first that has the schema.
    /// </summary>
    public static string SetOf(DeclarationModel declaration, EquatableArray<SchemaModel> models, string fallbackNamespace)
    {
        var candidates = models
            .SelectMany(m => m.Namespaces.Where(n => n.Uri == declaration.XmlNamespace).Select(n => (Model: m, Namespace: n)))
            .OrderBy(c => (c.Namespace.Options.ClrNamespace ?? FallbackOf(c.Model, fallbackNamespace)) != declaration.ClrNamespace)
            .ThenBy(c => c.Namespace.IsEmbedded);
        return candidates.Select(c => c.Model.Set).FirstOrDefault() ?? models.Select(m => m.Set).FirstOrDefault() ?? string.Empty;
    }

    private static string FallbackOf(SchemaModel model, string root) =>
        !model.IsNamed ? root : root.Length == 0 ? Names.Pascal(model.Set) : $"{root}.{Names.Pascal(model.Set)}";
}
