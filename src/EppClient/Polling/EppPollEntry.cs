namespace EppClient.Polling;

/// <summary>What an inbox knows of a message that has just been received.</summary>
/// <param name="State">Whether there is something left to do.</param>
/// <param name="Tries">How often its handler was tried, this time included.</param>
public readonly record struct EppPollEntry(EppPollState State, int Tries);

/// <summary>What has become of a message.</summary>
public enum EppPollState
{
    /// <summary>It waits to be handled.</summary>
    Open,

    /// <summary>What it asks for was done and committed.</summary>
    Handled,

    /// <summary>Its handler failed too often: it waits in the inbox for somebody to look into it.</summary>
    Parked,
}
