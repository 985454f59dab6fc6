namespace EppClient.Tests.Architecture.Layers;

/// <summary>The layers of src/EppClient, from the bottom up.</summary>
internal enum Layer
{
    /// <summary>Exceptions, options of the lower layers and names that all layers share.</summary>
    Vocabulary,
    Xml,
    Diagnostics,
    Transport,
    Sessions,
    Protocol,
    Commands,
    Extensions,

    /// <summary>The queries that determine the outcome of a command.</summary>
    Reconciliation,

    /// <summary>The public entry points: pool, session, options.</summary>
    Facade,
}
