namespace EppClient.StressTests.Load;

/// <summary>The client to measure.</summary>
internal enum LoadClientKind
{
    /// <summary>This library.</summary>
    Library,

    /// <summary>The bare loop with blocking calls.</summary>
    BareBlocking,

    /// <summary>The bare loop with asynchronous calls.</summary>
    BareAsync,
}
