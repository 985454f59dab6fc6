namespace EppClient.Protocol;

/// <summary>Alternatives, one of which is sent.</summary>
internal interface IEppExtensionChoice
{
    /// <summary>The one to send.</summary>
    /// <param name="speaks">Whether the session speaks a service.</param>
    IEppExtension Choose(Func<string, bool> speaks);
}
