using EppClient.Xml.Codec;

namespace EppClient.Protocol;

/// <summary>Refuses a check about more objects than the registry takes in one command.</summary>
internal static class CheckLimit
{
    // Of epp/command/check/domain:check/domain:name; every object of every registry has its names there.
    private const int DepthOfNames = 5;

    private const int DepthOfExtension = 3;

    /// <exception cref="EppValidationException">It asks about too many; nothing was sent.</exception>
    public static void Require(EppRegistryLimits limits, IEppCommand command, ReadOnlyMemory<byte> request)
    {
        if (limits.MaxNamesPerCheck is { } most && command.Verb == EppVerb.Check && CountNames(request) is var count && count > most)
        {
            throw new EppValidationException(
                command.GetType().Name,
                $"asks about {count} objects; the registry takes {most} in one check (EppRegistryLimits.MaxNamesPerCheck). Send several commands");
        }
    }

    private static int CountNames(ReadOnlyMemory<byte> request)
    {
        using var reader = Utf8XmlReader.Of(request);
        var count = 0;
        try
        {
            // An extension is behind the names, and has elements of the same depth.
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
            // The limits are for what registries send. Those that were counted are enough, or the registry says so.
        }

        return count;
    }
}
