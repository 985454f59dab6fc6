using EppClient.TestSupport.Planting;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>Every generated reader of the packages: a bare element, read by its schema.</summary>
internal sealed class ElementTarget : FuzzTarget
{
    public override string Name => "element";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        IEppElement element;
        try
        {
            using var reader = new EppXmlReader(input, EppXmlDialect.Standard, KnownSchemas.Set);
            element = KnownSchemas.Set.Read(reader);
        }
        catch (EppProtocolException)
        {
            return false;
        }

        _ = element.ToString();
        RoundTrip.Check(Name, element, EppXmlDialect.Standard, KnownSchemas.Set);
        return true;
    }
}
