
namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>A folder of schemas and a folder of messages for the program.</summary>
internal sealed class ToySet : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance");

    public string Schemas => Path.Combine(_folder.FullName, "schemas");

    public string Messages => Path.Combine(_folder.FullName, "messages");

    public ToySet()
    {
        Directory.CreateDirectory(Schemas);
        Directory.CreateDirectory(Messages);
    }

    /// <summary>A schema of the namespace urn:toy, which has the prefix t.</summary>
    public static string Schema(string content) => $"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:toy" targetNamespace="urn:toy" elementFormDefault="qualified">
        {content}
        </xs:schema>
        """;

    /// <summary>A complete message with an extension.</summary>
    public static string Message(string extension) => $"""
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0" xmlns:t="urn:toy">
          <command><logout/><extension>{extension}</extension></command>
        </epp>
        """;

    public ToySet WithSchema(string name, string text) => With(Schemas, name, text);

    public ToySet WithMessage(string name, string text) => With(Messages, name, text);

    public Outcome Run(params string[] more) => Outcome.Of(["--schemas", Schemas, "--messages", Messages, .. more]);

    public void Dispose() => _folder.Delete(recursive: true);

    private ToySet With(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }
}
