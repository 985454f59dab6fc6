using EppClient.SchemaGenerator.Declarations;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Planning;

/// <summary>Decides what is emitted: one plan for each file.</summary>
internal sealed class Planner
{
    private readonly SchemaModel _model;
    private readonly EquatableArray<DeclarationModel> _declarations;
    private readonly string _fallbackNamespace;
    private readonly SchemaIndex _index;
    private readonly Dictionary<string, EmittedSchema> _schemas;
    private readonly TypeCatalog _catalog;
    private readonly WorkList _work = new();
    private readonly ValuePlanner _values;
    private readonly RecordPlanner _records;
    private readonly GroupPlanner _groups;
    private readonly List<SchemaIssue> _issues = [];
    private readonly List<FilePlan> _files = [];

    private Planner(PlannerInput input)
    {
        _model = input.Model;
        _declarations = input.Declarations;
        _fallbackNamespace = input.FallbackNamespace;
        _index = new SchemaIndex(_model.Namespaces);
        var kept = input.Provided.Where(p => _index.Schema(p.XmlNamespace)?.Options.Emit != EmitMode.All).ToList();
        var provided = kept.ToDictionary(p => p.XmlNamespace, StringComparer.Ordinal);
        _schemas = EmittedSchema.CreateAll(_model.Namespaces, provided, _index, _fallbackNamespace);
        _catalog = new TypeCatalog(_schemas, _declarations, kept);
        _values = new ValuePlanner(_index, _catalog, _work, _issues);
        var members = new MemberPlanner(_index, _catalog, _values, _work);
        var roles = new RolePlanner(_index, _catalog);
        _records = new RecordPlanner(_index, _catalog, members, _work, roles);
        _groups = new GroupPlanner(_index, members, roles);
    }

    public static PlanSet Plan(PlannerInput input)
    {
        var planner = new Planner(input);
        planner.PlanAll();
        return new PlanSet(
            planner._files.ToEquatableArray(),
            input.Model.Issues
                .Concat(WeakTypeChecker.Check(planner._schemas.Values))
                .Concat(planner._issues.Distinct())
                .Concat(PlacementChecker.Check(planner._schemas.Values, planner._index))
                .Concat(OverlayChecker.Check(input.Model.Overlays, planner._index))
                .Concat(input.Model.Copies
                    .Where(c => planner._schemas[c.Uri].IsProvided)
                    .Select(c => SchemaIssue.Create(IssueIds.CopyDiffers, c.Line, c.Uri, c.Component, planner._schemas[c.Uri].SchemaClass)))
                .ToEquatableArray());
    }

    private void PlanAll()
    {
        var own = _schemas.Values.Select(s => s.Own).OfType<EmittedSchema>().ToList();
        var elements = own.ToDictionary(s => s, s => s.Model.Elements.Where(e => IsEmitted(e, s)).ToList());
        foreach (var element in elements.Values.SelectMany(e => e))
        {
            _catalog.Element(element);
        }

        foreach (var element in elements.Values.SelectMany(e => e))
        {
            _files.Add(_records.Element(element));
        }

        var globals = own.ToDictionary(s => s, s => SchemaPlanner.Elements(s, elements[s], _catalog, _index, _values));
        AddDeclaredTypes();
        _files.AddRange(_declarations.Where(a => a.Kind == DeclarationKind.Group && _index.Schema(a.XmlNamespace) is not null).Select(_groups.Plan));
        AddNeeded();

        foreach (var needed in _work.Enumerations)
        {
            _files.Add(EnumerationPlanner.Plan(needed, _index));
        }

        foreach (var schema in own)
        {
            _files.Add(SchemaPlanner.Plan(schema, globals[schema], _model, _index, _values, _files));
        }

        _files.AddRange(_model.Overlays.Select(o => OverlayPlanner.Plan(o, _fallbackNamespace)));
    }

    /// <summary>Adds the types that planned types need, and the types that those need.</summary>
    private void AddNeeded()
    {
        while (true)
        {
            if (_work.TryTake(out var record))
            {
                _files.Add(_records.Type(record));
            }
            else if (_work.TryTakePart(out var part))
            {
                _files.Add(_records.Part(part));
            }
            else
            {
                break;
            }
        }

        _files.AddRange(_work.Interfaces.Select(_records.Interface));
    }

    /// <summary>Whether an element gets a record. Elements of simple types need one only for a partial declaration; abstract elements never occur.</summary>
    private bool IsEmitted(ElementModel element, EmittedSchema schema)
    {
        var isDeclared = _catalog.IsKnown(DeclarationKind.Element, element.Name);
        return !element.IsAbstract
            && (schema.EmitsAll || isDeclared)
            && (isDeclared || element.Type == TypeReference.Any || _index.Complex(element.Type) is not null);
    }

    private void AddDeclaredTypes()
    {
        foreach (var declaration in _declarations.Where(a => a.Kind == DeclarationKind.Type))
        {
            var name = new XmlName(declaration.XmlNamespace, declaration.XmlName);
            if (_index.ComplexType(name) is { } complex)
            {
                _work.AddRecord(_catalog.Type(name, complex.Notes), complex);
            }
            else if (_index.SimpleType(name) is { IsEnumeration: true } simple)
            {
                _work.AddEnumeration(_catalog.Type(name, simple.Notes), simple);
            }
        }
    }
}

/// <summary>The input of planning.</summary>
internal sealed record PlannerInput(
    SchemaModel Model, EquatableArray<DeclarationModel> Declarations, EquatableArray<ProvidedSchema> Provided, string FallbackNamespace);

/// <summary>The result of planning.</summary>
internal sealed record PlanSet(EquatableArray<FilePlan> Files, EquatableArray<SchemaIssue> Issues);
