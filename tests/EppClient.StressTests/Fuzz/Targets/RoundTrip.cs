using System.Buffers;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>What was read and can be written reads again as the same.</summary>
internal static class RoundTrip
{
    public static void Check(string target, IEppElement element, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        if (Write(element, dialect) is not { } written)
        {
            return;
        }

        // What was kept as XML, because no schema knows it or because it violates its schema, stays XML.
        var again = ReadAgain(target, written, dialect, element is EppRawElement ? EppSchemaSet.Empty : schemas);
        if (again.GetType() != element.GetType())
        {
            throw new FindingException($"{target}: {element.GetType().Name} is written and read again as {again.GetType().Name}");
        }

        // A part that violates its schema is kept raw and written after the others, possibly in another place: only the rest is equal.
        if (!IsReadStrictly(written, dialect, schemas))
        {
            return;
        }

        if (Write(again, dialect) is not { } second || !second.Span.SequenceEqual(written.Span))
        {
            throw new FindingException($"{target}: {element.GetType().Name} is written and read again as another value");
        }
    }

    private static bool IsReadStrictly(ReadOnlyMemory<byte> written, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        try
        {
            using var reader = new EppXmlReader(written, dialect, schemas) { Mode = EppReadMode.Strict };
            _ = schemas.Read(reader);
            return true;
        }
        catch (EppProtocolException)
        {
            return false;
        }
    }

    private static IEppElement ReadAgain(string target, ReadOnlyMemory<byte> written, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        try
        {
            using var reader = new EppXmlReader(written, dialect, schemas);
            return schemas.Read(reader);
        }
        catch (EppProtocolException e)
        {
            throw new FindingException($"{target}: what was written cannot be read", e);
        }
    }

    /// <summary>The element's XML; null where what was read breaks the schema, so that it is not written.</summary>
    private static ReadOnlyMemory<byte>? Write(IEppElement element, EppXmlDialect dialect)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new EppXmlWriter(output, dialect);
            element.Write(writer);
            writer.Complete();
        }
        catch (EppValidationException)
        {
            return null;
        }

        return output.WrittenMemory;
    }
}
