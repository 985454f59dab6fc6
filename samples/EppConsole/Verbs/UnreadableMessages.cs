using System.CommandLine;
using EppClient.Commands.Poll;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Messages that are not well-formed XML: one that leaves the queue is kept in a file first, whole, for a person to read.</summary>
internal static class UnreadableMessages
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Option<DirectoryInfo> CreateOption() => new("--unreadable")
    {
        Description = "Where messages that cannot be read are kept before they are taken from the queue; the files may hold personal data",
        DefaultValueFactory = _ => new DirectoryInfo("."),
        HelpName = "DIR",
    };

    /// <summary>Writes a message that cannot be read into a file and on to the disk; does nothing for others.</summary>
    /// <param name="message">The message, which is about to be acknowledged.</param>
    /// <param name="directory">Where to.</param>
    /// <param name="print">Tells where it is.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public static async Task KeepAsync(PollMessage message, DirectoryInfo directory, Printer print, CancellationToken cancellationToken)
    {
        if (message is not { XmlFault: not null, Response.Document: { } document })
        {
            return;
        }

        directory.Create();
        var name = string.Concat(message.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        // Ids may differ in nothing but what no file name can have, and come again after years.
        var file = Path.Combine(directory.FullName, $"epp-message-{name}-{Guid.NewGuid():N}.xml");
        await using (var stream = new FileStream(file, options))
        {
            await stream.WriteAsync(document, cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        print.Print([new("kept", file)]);
    }
}
