using System.Xml;
using System.Xml.Schema;
using EppClient.Conformance.Canonical;
using EppClient.Conformance.Generation;
using EppClient.Xml;

namespace EppClient.Conformance.Messages;

/// <summary>Reads messages into the generated types, writes them back, and compares.</summary>
internal sealed class MessageCheck(string path, EppSchemaSet types, XmlSchemaSet schemas)
{
    private readonly List<Problem> _problems = [];

    /// <summary>Checks messages in parallel; results are in the order of the messages.</summary>
    public static IEnumerable<MessageResult> All(IReadOnlyList<string> paths, GeneratedCode generated)
    {
        // A compiled XmlSchemaSet is not documented as safe for concurrent readers.
        var sets = new ThreadLocal<XmlSchemaSet>(() => ReferenceSchemas.Compile(generated.Sources));
        return paths.AsParallel().AsOrdered().Select(p => new MessageCheck(p, generated.Schemas, sets.Value!).Run());
    }

    private MessageResult Run()
    {
        var document = File.ReadAllBytes(path);
        if (ReadCanonical(document) is not { } message)
        {
            return new MessageResult(IsRead: false, IsEqual: false, _problems);
        }

        var (isRead, isEqual) = Check(document, message.Root, message.IsValid);
        return new MessageResult(isRead, isRead && isEqual, _problems);
    }

    private (CanonicalElement Root, bool IsValid)? ReadCanonical(byte[] document)
    {
        try
        {
            var root = CanonicalReader.Read(document, schemas, out var faults);
            if (!schemas.GlobalElements.Contains(root.Name))
            {
                Report($"not a message of these schemas: none of them declares the element {root.Name}", root.Position);
                return null;
            }

            if (faults is [var first, ..])
            {
                Report($"not valid against the schemas: {first.Message}", (first.LineNumber, first.LinePosition));
            }

            return (root, faults.Count == 0);
        }
        catch (XmlException e)
        {
            Report($"not well-formed: {e.Message}", (e.LineNumber, e.LinePosition));
            return null;
        }
    }

    private (bool IsRead, bool IsEqual) Check(byte[] document, CanonicalElement original, bool isValid)
    {
        IEppElement element;
        try
        {
            element = TypedMessage.Read(document, types);
        }
        catch (Exception e) when (IsOfGeneratedCode(e))
        {
            Report($"cannot be read: {Describe(e)}", original.Position);
            return (false, false);
        }

        if (element is EppRawElement)
        {
            Report($"cannot be read: there is no type for the element {original.Name}", original.Position);
            return (false, false);
        }

        var untyped = RawElements.In(element).FirstOrDefault(r => schemas.GlobalElements.Contains(new XmlQualifiedName(r.LocalName, r.NamespaceUri)));
        if (untyped is not null)
        {
            Report($"cannot be read: there is no type for the element {untyped.NamespaceUri}:{untyped.LocalName}", original.Position);
        }

        return (untyped is null, WritesBack(element, original, isValid));
    }

    private bool WritesBack(IEppElement element, CanonicalElement original, bool isValid)
    {
        byte[] written;
        try
        {
            written = TypedMessage.Write(element);
        }
        catch (Exception e) when (IsOfGeneratedCode(e))
        {
            Report($"cannot be written back: {Describe(e)}", original.Position);
            return false;
        }

        var copy = CanonicalReader.Read(written, schemas, out var faults);
        if (CanonicalComparer.Find(original, copy) is { } difference)
        {
            Report($"not written back equal: {difference.Path}: {difference.What}", difference.Element.Position);
            return false;
        }

        if (isValid && faults is [var first, ..])
        {
            Report($"written back, it is not valid against the schemas: {first.Message}", original.Position);
            return false;
        }

        return true;
    }

    // Any exception of generated code, including a defect of the generator, must be reported.
    private static bool IsOfGeneratedCode(Exception e) => e is not OutOfMemoryException;

    private static string Describe(Exception e) => e is EppException or InvalidOperationException ? e.Message : $"{e.GetType().Name}: {e.Message}";

    private void Report(string text, (int Line, int Column) position) => _problems.Add(new Problem(path, position.Line, position.Column, text));
}
