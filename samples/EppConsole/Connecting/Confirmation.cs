namespace EppConsole.Connecting;

/// <summary>Asks the user before a change that cannot be undone.</summary>
/// <param name="input">Where the user types; null if there is no user, as in a script.</param>
/// <param name="output">Where the question is printed.</param>
internal sealed class Confirmation(TextReader? input, TextWriter output)
{
    private const string Confirmed = "yes";

    /// <summary>Returns if the user agrees.</summary>
    /// <param name="change">The change, such as "Deletes the domain eksempel.dk."</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="UsageException">The user does not agree, or cannot be asked.</exception>
    public async Task RequireAsync(string change, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            throw new UsageException($"{change} This cannot be undone, and there is no terminal on which to ask: add --yes to confirm it. Nothing was sent.");
        }

        await output.WriteAsync($"{change} This cannot be undone. Type {Confirmed} to continue: ".AsMemory(), cancellationToken);
        await output.FlushAsync(cancellationToken);
        if (!string.Equals((await input.ReadLineAsync(cancellationToken))?.Trim(), Confirmed, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("Not confirmed. Nothing was sent.");
        }
    }
}
