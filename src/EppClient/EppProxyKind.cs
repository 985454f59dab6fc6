namespace EppClient;

/// <summary>What a proxy speaks.</summary>
public enum EppProxyKind
{
    /// <summary>SOCKS version 5 (RFC 1928), with user name and password (RFC 1929) where they are set.</summary>
    Socks5,

    /// <summary>HTTP CONNECT (RFC 9110, section 9.3.6), with Basic authentication (RFC 7617) where a user name is set.</summary>
    HttpConnect,
}
