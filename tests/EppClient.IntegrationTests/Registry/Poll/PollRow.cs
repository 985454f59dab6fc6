namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>A published message of the registry, and how to make the embedded registry send it.</summary>
/// <param name="Kind">The text with placeholders, as in <see cref="EppClient.Dk.DkPollKind"/>.</param>
/// <param name="Payload">The payload: panData with paResult, infData or trnData.</param>
/// <param name="Text">The exact text of the message that <paramref name="Play"/> causes.</param>
/// <param name="Play">Makes the registry send the message to its first user.</param>
internal sealed record PollRow(string Kind, string Payload, string Text, Action<DkRegistryFixture> Play)
{
    /// <summary>Creates the registry.</summary>
    public Func<DkRegistryFixture> World { get; init; } = () => new DkRegistryFixture();
}
