using EppClient.TestSupport.Markers;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>Every generated reader of the packages: a single element, read by its schema.</summary>
internal sealed class ElementTarget : FuzzTarget
{
    public override string Name => "element";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        var strict = Read(input, EppReadMode.Strict);
        if (Read(input, EppReadMode.Tolerant) is not { } element)
        {
            return strict is null ? false : throw new FindingException($"{Name}: {strict.GetType().Name} is read in strict but not in tolerant mode");
        }

        _ = element.ToString();
        _ = element.GetHashCode();
        if (strict is EppContent && !strict.Equals(element))
        {
            throw new FindingException($"{Name}: {element.GetType().Name} is read as different values in strict and tolerant mode");
        }

        RoundTrip.Check(Name, element, EppXmlDialect.Standard, KnownSchemas.Set);
        return true;
    }

    /// <summary>Returns the element, or null if it cannot be read.</summary>
    private static IEppElement? Read(ReadOnlyMemory<byte> input, EppReadMode mode)
    {
        try
        {
            using var reader = new EppXmlReader(input, EppXmlDialect.Standard, KnownSchemas.Set) { Mode = mode };
            return KnownSchemas.Set.Read(reader);
        }
        catch (EppProtocolException)
        {
            return null;
        }
    }
}
