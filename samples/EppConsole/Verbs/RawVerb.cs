using System.CommandLine;
using EppClient;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Sends a document that the user wrote, for commands that no other verb supports and for questions to the registry's support.</summary>
internal static class RawVerb
{
    public static Command Create(VerbRunner runner)
    {
        var file = new Argument<string>("FILE") { Description = "An EPP document with one command; its root element is epp" };
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show passwords, tokens and personal data in the response instead of ***" };
        var raw = new VerbCommand("raw", "Send the command in a file unchanged, and show the response. --announce adds the namespaces of its extensions to the login")
        {
            Examples = ["epp raw command.xml", "epp raw command.xml --announce urn:example:orchard-1.0"],
        };
        raw.Add(file);
        raw.Add(showSecrets);
        var wire = new Wire();
        raw.SetAction(runner.Sending(wire.Watch, async (parsed, registry, print, cancellationToken) =>
        {
            var command = await ReadAsync(parsed.GetRequiredValue(file), runner.ProfileOf(parsed), cancellationToken);
            var response = await registry.TrySendAsync(command, cancellationToken);
            print.PrintXml(parsed.GetValue(showSecrets) ? Xml.Indent(response.Document!.Value) : wire.LastReceived);
            response.EnsureSuccess();
        }));
        return raw;
    }

    private static async Task<EppRawCommand> ReadAsync(string file, EppProfile profile, CancellationToken cancellationToken)
    {
        try
        {
            return EppRawCommand.Parse(await File.ReadAllBytesAsync(file, cancellationToken), profile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{file}: {e.Message}", e);
        }
    }

    /// <summary>Keeps the last received message, redacted by the library.</summary>
    private sealed class Wire
    {
        private volatile string _lastReceived = string.Empty;

        public string LastReceived => _lastReceived;

        public EppOptions Watch(EppOptions options) => options with { Observability = options.Observability with { WireListener = Keep } };

        private void Keep(EppWireMessage message) => _lastReceived = message.IsSent ? _lastReceived : message.Xml;
    }
}
