using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.Conformance.Generation;

/// <summary>A schema file, as the compiler passes it to the generator.</summary>
internal sealed class SchemaFile(string path, string text, bool isBundled) : AdditionalText
{
    private const long MaxBytes = 32 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override string Path => path;

    public string Text => text;

    /// <summary>Whether it is one of the RFC schemas that EppClient contains.</summary>
    public bool IsBundled => isBundled;

    /// <summary>The target namespace; empty if it has none, or is not well-formed.</summary>
    public string TargetNamespace { get; } = NamespacesIn.TargetOf(text);

    /// <summary>Reads every schema below the folders.</summary>
    /// <exception cref="UsageException">The schemas exceed the size limit.</exception>
    public static IReadOnlyList<SchemaFile> ReadAll(IEnumerable<string> folders)
    {
        var files = FileFinder.Find(folders, "*.xsd");
        var size = files.Sum(f => new FileInfo(f).Length);
        return size <= MaxBytes
            ? [.. files.Select(f => new SchemaFile(f, Decode(File.ReadAllBytes(f)), isBundled: false))]
            : throw new UsageException($"{files.Count} schemas have {size / 1e6:F1} MB together; more than {MaxBytes / 1e6:F1} MB are not compiled.");
    }

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    // Decodes files like the compiler: by byte order mark, else UTF-8, else one character per byte.
    private static string Decode(byte[] bytes)
    {
        try
        {
            return new StreamReader(new MemoryStream(bytes), StrictUtf8, detectEncodingFromByteOrderMarks: true).ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
