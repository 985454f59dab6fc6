namespace EppClient.StressTests.Load;

/// <summary>Which command is sent.</summary>
internal enum LoadVerb
{
    /// <summary>Whether one name is free.</summary>
    Check,

    /// <summary>What the registry knows of a domain.</summary>
    Info,

    /// <summary>A domain, each time another one.</summary>
    Create,
}
