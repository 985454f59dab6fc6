using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The one command that says all in attributes of its verb's element (RFC 5730, section 2.9.2.3).</summary>
internal interface IPollCommand : IEppCommand
{
    /// <summary>Whether it leaves the queue as it is.</summary>
    bool OnlyReads { get; }

    void WriteAttributes(EppXmlWriter writer);
}
