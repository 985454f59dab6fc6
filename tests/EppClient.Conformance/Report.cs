using EppClient.Conformance.Generation;
using EppClient.Conformance.Messages;

namespace EppClient.Conformance;

/// <summary>Prints the problems when they are found, and counts them.</summary>
internal sealed class Report(TextWriter output)
{
    private int _problems;
    private int _schemas;
    private int _compiled;
    private int _types;
    private int _messages;
    private int _read;
    private int _equal;

    public bool IsClean => _problems == 0 && _compiled == _schemas && _equal == _messages;

    /// <summary>Reports each folder in which no file was found: a mistyped path must not look like success.</summary>
    public void AddEmptyFolders(IEnumerable<string> folders, IEnumerable<string> files)
    {
        var found = files.ToList();
        foreach (var folder in folders.Where(f => !found.Exists(file => FileFinder.IsBelow(file, f))))
        {
            Add(new Problem(folder, "there is no file to check below this folder"));
        }
    }

    public void Add(IReadOnlyList<SchemaFile> schemas, GeneratedCode generated)
    {
        generated.Problems.ToList().ForEach(Add);
        _schemas = schemas.Count;
        _compiled = schemas.Count(generated.HasCompiled);
        _types = generated.TypeCount;
    }

    public void Add(IEnumerable<MessageResult> messages)
    {
        foreach (var message in messages)
        {
            message.Problems.ToList().ForEach(Add);
            _messages++;
            _read += message.IsRead ? 1 : 0;
            _equal += message.IsEqual ? 1 : 0;
        }
    }

    public void WriteSummary() => output.WriteLine(
        $"schemas compiled {_compiled} of {_schemas}; types {_types}; messages read {_read} of {_messages}; written back equal {_equal} of {_messages}");

    private void Add(Problem problem)
    {
        _problems += problem.IsNote ? 0 : 1;
        output.WriteLine(problem);
    }
}
