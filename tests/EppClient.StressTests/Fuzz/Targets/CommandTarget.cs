using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>Commands as documents, which users paste.</summary>
internal sealed class CommandTarget : FuzzTarget
{
    private const string Id = "FUZZ-1";

    public override string Name => "command";

    public override string Root => "command";

    protected override bool Feed(ReadOnlyMemory<byte> input)
    {
        EppRawCommand command;
        try
        {
            command = EppRawCommand.Parse(input);
        }
        catch (FormatException)
        {
            return false;
        }

        _ = command.ToString();
        var written = MessageWriter.Command(command, EppXmlDialect.Standard, Id);
        var again = MessageWriter.Command(ReadAgain(written), EppXmlDialect.Standard, Id);
        return again.Span.SequenceEqual(written.Span) ? true : throw new FindingException("command: a different command is read back");
    }

    private static EppRawCommand ReadAgain(ReadOnlyMemory<byte> written)
    {
        try
        {
            return EppRawCommand.Parse(written);
        }
        catch (FormatException e)
        {
            throw new FindingException("command: the written command cannot be read back", e);
        }
    }
}
