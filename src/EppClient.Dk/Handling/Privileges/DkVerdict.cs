namespace EppClient.Dk;

/// <summary>What the registry makes of an operation.</summary>
public enum DkVerdict
{
    /// <summary>It refuses.</summary>
    Refused,

    /// <summary>It asks somebody first: the answer is 1001, and a poll message tells how it ended, where there is one.</summary>
    Asks,

    /// <summary>It obeys.</summary>
    Allowed,
}
