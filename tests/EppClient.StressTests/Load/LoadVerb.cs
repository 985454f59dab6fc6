namespace EppClient.StressTests.Load;

/// <summary>The command to send.</summary>
internal enum LoadVerb
{
    /// <summary>Checks one domain name.</summary>
    Check,

    /// <summary>Queries a domain.</summary>
    Info,

    /// <summary>Creates a domain, with a new name each time.</summary>
    Create,
}
