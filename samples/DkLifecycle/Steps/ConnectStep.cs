using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Opens a session. A pool does this automatically for the first command; here we show what happens.</summary>
internal sealed class ConnectStep : IStep
{
    public string Title => "Connecting";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        await using var session = await context.Pool.RentAsync(cancellationToken);
        context.Show.Step("greeting", session.Greeting.ServerId);

        var dkhm = session.ExtensionUris.FirstOrDefault(uri => uri.StartsWith(DkNamespaces.DkhmFamily, StringComparison.Ordinal));
        context.Show.Step("login", dkhm is null
            ? "We are logged in, but the registry does not support dkhm: it is not a .dk registry."
            : $"We are logged in, and use dkhm {dkhm[DkNamespaces.DkhmFamily.Length..]} with the registry.");
    }
}
