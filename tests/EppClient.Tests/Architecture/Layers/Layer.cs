namespace EppClient.Tests.Architecture.Layers;

/// <summary>The layers of src/EppClient, from the bottom up.</summary>
internal enum Layer
{
    /// <summary>Exceptions, options of the lower layers and names, which all layers share.</summary>
    Vocabulary,
    Xml,
    Diagnostics,
    Transport,
    Sessions,
    Protocol,
    Commands,
    Extensions,

    /// <summary>The questions that settle what became of a command.</summary>
    Reconciliation,

    /// <summary>What a user touches first: pool, session, options.</summary>
    Facade,
}
