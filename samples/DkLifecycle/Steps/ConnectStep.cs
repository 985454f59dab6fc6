using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Opens a session. A pool does that by itself when the first command comes; here we look at what happens.</summary>
internal sealed class ConnectStep : IStep
{
    public string Title => "Connecting";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        await using var session = await context.Pool.RentAsync(cancellationToken);
        context.Show.Step("greeting", session.Greeting.ServerId);

        var dkhm = session.ExtensionUris.FirstOrDefault(uri => uri.StartsWith(DkNamespaces.DkhmFamily, StringComparison.Ordinal));
        context.Show.Step("login", dkhm is null
            ? "We are in, but the registry does not speak dkhm: this is no .dk registry."
            : $"We are in, and agreed on dkhm {dkhm[DkNamespaces.DkhmFamily.Length..]} with the registry.");
    }
}
