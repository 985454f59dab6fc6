namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>A message that the registry has published, and how the embedded registry comes to send it.</summary>
/// <param name="Kind">Its text, with placeholders, as <see cref="EppClient.Dk.DkPollKind"/> has it.</param>
/// <param name="Payload">What it carries: panData with paResult, infData or trnData.</param>
/// <param name="Text">The text, to the letter, that <paramref name="Play"/> brings about.</param>
/// <param name="Play">Makes the registry send it to its first user.</param>
internal sealed record PollRow(string Kind, string Payload, string Text, Action<DkRegistryFixture> Play)
{
    /// <summary>Changes the world before it begins.</summary>
    public Func<DkRegistryFixture> World { get; init; } = () => new DkRegistryFixture();
}
