using EppClient.Dk;
using EppClient.Protocol;
using EppClient.TestSupport.Markers;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>The responses of a registry, in the standard and the .dk dialects.</summary>
internal sealed class ResponseTarget : FuzzTarget
{
    private static readonly EppSchemaSet DkSchemas = new(DkProfile.Current.Schemas);

    public override string Name => "response";

    public override string Root => "response";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        var standard = Read(input, EppXmlDialect.Standard, KnownSchemas.Set);
        var dk = Read(input, DkProfile.Current.Dialect, DkSchemas);
        return standard || dk;
    }

    private bool Read(ReadOnlyMemory<byte> input, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        EppResponseContent content;
        try
        {
            content = MessageReader.ReadResponse(input, dialect, schemas);
        }
        catch (EppProtocolException)
        {
            return false;
        }

        if (content.Results.Count > 0)
        {
            _ = new EppResponse(content, pending: null).ToString();
        }

        foreach (var element in content.Data.Concat(content.Extensions))
        {
            RoundTrip.Check(Name, element, dialect, schemas);
        }

        return true;
    }
}
