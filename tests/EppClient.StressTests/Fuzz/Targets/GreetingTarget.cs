using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>The first message of a registry.</summary>
internal sealed class GreetingTarget : FuzzTarget
{
    public override string Name => "greeting";

    public override string Root => "greeting";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        try
        {
            _ = MessageReader.ReadGreeting(input, EppXmlDialect.Standard).ToString();
            return true;
        }
        catch (EppProtocolException)
        {
            return false;
        }
    }
}
