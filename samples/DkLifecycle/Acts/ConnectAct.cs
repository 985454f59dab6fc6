using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>Opens a session. A pool does that by itself when the first command comes; here we look at what happens.</summary>
internal sealed class ConnectAct : IAct
{
    public string Title => "Connecting";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        await using var session = await scene.Pool.RentAsync(cancellationToken);
        scene.Show.Step("greeting", session.Greeting.ServerId);

        var dkhm = session.ExtensionUris.FirstOrDefault(uri => uri.StartsWith(DkNamespaces.DkhmFamily, StringComparison.Ordinal));
        scene.Show.Step("login", dkhm is null
            ? "We are in, but the registry does not speak dkhm: this is no .dk registry."
            : $"We are in, and agreed on dkhm {dkhm[DkNamespaces.DkhmFamily.Length..]} with the registry.");
    }
}
