using EppClient.Xml.Codec;

namespace EppClient.Protocol;

/// <summary>Refuses a check of more objects than the registry accepts in one command.</summary>
internal static class CheckLimit
{
    // The depth of epp/command/check/domain:check/domain:name, which is the same for all objects.
    private const int DepthOfNames = 5;

    private const int DepthOfExtension = 3;

    /// <exception cref="EppValidationException">The command contains too many objects; nothing was sent.</exception>
    public static void Require(EppRegistryLimits limits, IEppCommand command, ReadOnlyMemory<byte> request)
    {
        if (limits.MaxNamesPerCheck is { } most && command.Verb == EppVerb.Check && CountNames(request) is var count && count > most)
        {
            throw new EppValidationException(
                command.GetType().Name,
                $"contains {count} objects; the registry accepts {most} in one check (EppRegistryLimits.MaxNamesPerCheck). Send several commands");
        }
    }

    private static int CountNames(ReadOnlyMemory<byte> request)
    {
        using var reader = Utf8XmlReader.Of(request);
        var count = 0;
        try
        {
            // The extension follows the names and has elements of the same depth.
            while (reader.Read() && !(reader.Depth == DepthOfExtension && reader.LocalName == "extension"))
            {
                if (reader.Node == XmlNodeKind.Element && reader.Depth == DepthOfNames)
                {
                    count++;
                }
            }
        }
        catch (XmlFaultException e) when (e.IsLimit)
        {
            // The reader's limits are meant for received messages. If the names counted so far do not exceed the limit, the registry decides.
        }

        return count;
    }
}
