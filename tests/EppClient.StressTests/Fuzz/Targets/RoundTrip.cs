using System.Buffers;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>Verifies that an element that was read and can be written is equal when read again.</summary>
internal static class RoundTrip
{
    public static void Check(string target, IEppElement element, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        if (Write(element, dialect) is not { } written)
        {
            return;
        }

        // Content kept as XML, because it is unknown or violates its schema, stays XML.
        var again = ReadAgain(target, written, dialect, element is EppRawElement ? EppSchemaSet.Empty : schemas);
        if (again.GetType() != element.GetType())
        {
            throw new FindingException($"{target}: {element.GetType().Name} is read back as {again.GetType().Name}");
        }

        // A part that violates its schema is kept raw and written after the others, possibly in another place: only the rest is equal.
        if (!IsReadStrictly(written, dialect, schemas))
        {
            return;
        }

        if (Write(again, dialect) is not { } second || !second.Span.SequenceEqual(written.Span))
        {
            throw new FindingException($"{target}: {element.GetType().Name} is read back as a different value");
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
            throw new FindingException($"{target}: the written element cannot be read back", e);
        }
    }

    /// <summary>Returns the element's XML, or null if the element violates the schema and is therefore not written.</summary>
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
