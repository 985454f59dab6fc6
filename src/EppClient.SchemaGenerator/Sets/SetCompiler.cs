using System.Xml.Schema;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Compiles files into a set. The framework compiles either all or nothing, so faulty parts are repaired or removed, and the rest is tried again.
/// </summary>
internal sealed class SetCompiler
{
    // After this number of rounds, whole files are removed.
    private const int MaxRounds = 40;

    private readonly List<SchemaFile> _files;
    private readonly ComponentTable _table;
    private readonly SchemaRepair _repair;

    private SetCompiler(List<SchemaFile> files, ComponentTable table, List<SchemaIssue> issues)
    {
        _files = files;
        _table = table;
        _repair = new SchemaRepair(table, issues);
    }

    public static XmlSchemaSet Compile(List<SchemaFile> files, ComponentTable table, List<SchemaIssue> issues)
    {
        var compiler = new SetCompiler(files, table, issues);
        for (var round = 0; ; round++)
        {
            var set = Try(compiler._files, isSearch: false, out var faults);
            if (faults.Count == 0)
            {
                return set;
            }

            compiler.Resolve(faults, round < MaxRounds);
        }
    }

    private static XmlSchemaSet Try(IReadOnlyList<SchemaFile> files, bool isSearch, out List<Fault> faults)
    {
        // Ambiguous content models are accepted: the generated readers use names, and other tools accept them too.
        var found = new List<Fault>();
        SchemaFile? current = null;
        var set = new XmlSchemaSet { XmlResolver = null, CompilationSettings = { EnableUpaCheck = false } };
        set.ValidationEventHandler += Add;
        try
        {
            foreach (var file in files)
            {
                current = file;
                using var reader = file.Root.CreateReader();
                if (XmlSchema.Read(reader, Add) is { } schema && found.Count == 0)
                {
                    PatternKeeper.Hide(schema);
                    set.Add(schema);
                }
            }

            current = null;
            if (found.Count == 0)
            {
                set.Compile();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Invalid schemas can make the framework's compiler throw almost any exception, including null references.
            AddException(e as XmlSchemaException, e.Message);
        }

        faults = found;
        return set;

        void Add(object? sender, ValidationEventArgs e)
        {
            if (e.Severity == XmlSeverityType.Error)
            {
                AddException(e.Exception, e.Message);
            }
        }

        void AddException(XmlSchemaException? exception, string message) => found.Add(
            (exception is null ? null : Fault.Of(exception, message, files))
            ?? new Fault(current ?? (isSearch ? files[0] : Culprit(files)), null, message));
    }

    // The file without which compilation succeeds, because an exception without a position has no other indication of its source.
    private static SchemaFile Culprit(IReadOnlyList<SchemaFile> files)
    {
        return files.FirstOrDefault(f => !f.IsEmbedded && IsFine([.. files.Where(o => o != f)])) ?? files.LastOrDefault(f => !f.IsEmbedded) ?? files[0];

        static bool IsFine(SchemaFile[] rest)
        {
            Try(rest, isSearch: true, out var faults);
            return faults.TrueForAll(f => f.At is not null);
        }
    }

    private void Resolve(List<Fault> faults, bool canMend)
    {
        var touched = new HashSet<ComponentName>();
        foreach (var fault in faults.Where(f => _files.Contains(f.File)))
        {
            var component = fault.Component;
            if (!canMend || (component is null && !_repair.TryRepair(fault)))
            {
                _table.Drop(fault.File, fault.Line, fault.Message);
            }
            else if (component is not null && touched.Add(component.Name) && !_repair.TryRepair(fault))
            {
                _table.Drop(component, fault.Line, fault.Message.TrimEnd('.'));
            }
        }
    }
}
