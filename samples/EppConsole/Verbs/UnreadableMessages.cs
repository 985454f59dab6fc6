using System.CommandLine;
using EppClient.Commands;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Saves messages that are not well-formed XML, complete, in a file for inspection before they are removed from the queue.</summary>
internal static class UnreadableMessages
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Option<DirectoryInfo> CreateOption() => new("--unreadable")
    {
        Description = "The directory for messages that cannot be read, which are saved before they are acknowledged; the files can contain personal data",
        DefaultValueFactory = _ => new DirectoryInfo("."),
        HelpName = "DIR",
    };

    /// <summary>Writes a message that cannot be read to a file and flushes it to disk; does nothing for other messages.</summary>
    /// <param name="message">The message, which is about to be acknowledged.</param>
    /// <param name="directory">The directory of the file.</param>
    /// <param name="print">Prints the path of the file.</param>
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

        // Ids may differ only in characters that a file name cannot contain, and may be reused after years.
        var file = Path.Combine(directory.FullName, $"epp-message-{name}-{Guid.NewGuid():N}.xml");
        await using (var stream = new FileStream(file, options))
        {
            await stream.WriteAsync(document, cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        print.Print([new("kept", file)]);
    }
}
