import TrafficObservation

/// Tables of routers and switches as they print them.
enum TableSamples {
    static let ciscoARP = """
        R1#show ip arp
        Protocol  Address          Age (min)  Hardware Addr   Type   Interface
        Internet  192.0.2.1               -   0011.2233.0001  ARPA   Vlan10
        Internet  192.0.2.20              5   0011.2233.4455  ARPA   Vlan10
        Internet  192.0.2.21              0   Incomplete      ARPA
        R1#show ipv6 neighbors
        IPv6 Address                              Age Link-layer Addr State Interface
        2001:DB8:1::20                              0 0011.2233.4455  REACH Vlan10
        FE80::211:22FF:FE33:4455                   12 0011.2233.4455  STALE Vlan10
        2001:DB8:1::99                              0 -               INCMP Vlan10
        """
    static let nexus = """
        SW9K# show ip arp
        IP ARP Table for context default
        Total number of entries: 1
        Address         Age       MAC Address     Interface       Flags
        192.0.2.20      00:12:34  0011.2233.4455  Vlan10
        SW9K# show ipv6 neighbor
        Address         Age       MAC Address     Pref Source     Interface
        2001:db8:1:2222:3333:4444:5555:20
                        00:02:11  0011.2233.4455  50   icmpv6     Vlan10
        """
    static let mikrotikColumns = """
        [admin@RB-XA01] > /ip arp print
        Flags: D - DYNAMIC; C - COMPLETE
        Columns: ADDRESS, MAC-ADDRESS, INTERFACE
        #    ADDRESS     MAC-ADDRESS        INTERFACE
        0 DC 192.0.2.20  AA:11:22:33:44:55  bridge
        ;;; 192.0.2.66 00:11:22:33:44:66 bridge
        1 D  192.0.2.21                     bridge
        [admin@RB-XA01] > /ipv6 neighbor print
        Flags: R - ROUTER
        Columns: ADDRESS, INTERFACE, MAC-ADDRESS, STATUS
        #   ADDRESS         INTERFACE  MAC-ADDRESS        STATUS
        0   2001:db8:1::20  bridge     AA:11:22:33:44:55  reachable
        1   ff02::1         bridge     33:33:00:00:00:01  noarp
        """
    static let mikrotikDetail = """
        Flags: X - disabled, I - invalid, H - DHCP, D - dynamic, P - published, C - complete
         0 DC address=192.0.2.20 mac-address=AA:11:22:33:44:55 interface=bridge
              published=no
         1 X  address=192.0.2.22 mac-address=AA:11:22:33:44:66 interface=bridge
         2 D  address=192.0.2.23 interface=bridge
         0 R address=fe80::a811:22ff:fe33:4455 interface="VLAN 20"
             mac-address=AA:11:22:33:44:55 status="stale"
        """
    static let huawei = """
        <SW-SO>display arp all
        IP ADDRESS      MAC ADDRESS     EXPIRE(M) TYPE        INTERFACE   VPN-INSTANCE
                                                  VLAN/CEVLAN(SIP/DIP) PVC
        ------------------------------------------------------------------------------
        192.0.2.1       00e0-fc01-0001            I -         Vlanif10
        192.0.2.20      00e0-fc12-3456  18        D-0         GE0/0/1
                                                  10/-
        192.0.2.30      Incomplete      1         D-0         GE0/0/1
        ------------------------------------------------------------------------------
        Total:3         Dynamic:2       Static:0     Interface:1
        <SW-SO>display ipv6 neighbors
        -----------------------------------------------------------------------------
        IPv6 Address : 2001:DB8:1::20
        Link-layer   : 00e0-fc12-3456               State : REACH
        Interface    : GE0/0/1                        Age   : 3
        VLAN         : 10                           CEVLAN: -
        VPN name     :                              Is Router: FALSE
        Secure FLAG  : UN-SECURE
        -----------------------------------------------------------------------------
        Total: 1        Dynamic: 1        Static: 0
        """
    static let comware = """
        <H3C>display arp
          Type: S-Static   D-Dynamic   O-Openflow   R-Rule   M-Multiport  I-Invalid
        IP address      MAC address    VLAN/VSI name Interface                Aging Type
        192.0.2.20      00e0-fc12-3456 10            GE1/0/1                  18    D
        <H3C>display ipv6 neighbors all
        Type: S-Static    D-Dynamic    O-Openflow     R-Rule    IS-Invalid static
        IPv6 address               MAC address    VLAN/VSI   Interface      State T  Aging
        2001:DB8:1::20             00e0-fc12-3456 10         GE1/0/1        REACH D  12
        """
    static let fortigate = """
        FG-UBND # get system arp
        Address           Age(min)   Hardware Addr      Interface
        192.0.2.20        0          00:09:0f:12:34:56  lan
        FG-UBND # diagnose ipv6 neighbor-cache list
        ifindex=7 ifname=lan 2001:db8:1::20 00:09:0f:12:34:56 state=00000002 use=1 confirm=2 update=3 ref=1
        ifindex=7 ifname=lan ff02::16 33:33:00:00:00:16 state=00000040 use=1 confirm=2 update=3 ref=1
        ifindex=7 ifname=lan 2001:db8:1::21 00:00:00:00:00:00 state=00000001 use=1 confirm=2 update=3 ref=1
        """
    static let juniper = """
        admin@SRX-UBND> show arp
        MAC Address       Address         Name                      Interface               Flags
        00:10:db:ff:10:01 192.0.2.20      may-in.ubnd.example       irb.10 [ge-0/0/1.0]     none
        00:10:db:ff:10:02 192.0.2.21      192.0.2.21                ge-0/0/2.0              permanent remote
        Total entries: 2
        admin@SRX-UBND> show ipv6 neighbors
        IPv6 Address                 Linklayer Address  State       Exp Rtr Secure Interface
        2001:db8:1::20               00:10:db:ff:10:01  stale       546 no  no      irb.10 [ge-0/0/1.0]
        """
    static let linux = """
        192.0.2.20 dev eth0 lladdr 00:11:22:33:44:55 REACHABLE
        2001:db8:1::20 dev eth0 lladdr 00:11:22:33:44:55 router STALE
        192.0.2.99 dev eth0  FAILED
        192.0.2.77 dev eth0  proxy
        """
    static let snmp = """
        IF-MIB::ifName.7 = STRING: Vlan10
        .1.3.6.1.2.1.4.35.1.4.7.1.4.192.0.2.20 = Hex-STRING: 00 11 22 33 44 55
        .1.3.6.1.2.1.4.35.1.4.7.2.16.32.1.13.184.0.1.0.0.0.0.0.0.0.0.0.32 = STRING: 0:11:22:33:44:55
        .1.3.6.1.2.1.4.35.1.4.7.4.20.254.128.0.0.0.0.0.0.2.17.34.255.254.51.68.85.0.0.0.7 = STRING: 0:11:22:33:44:55
        IP-MIB::ipNetToPhysicalPhysAddress.7.ipv4."192.0.2.1" = STRING: 0:11:22:0:0:1
        IP-MIB::ipNetToPhysicalType.7.ipv4."192.0.2.1" = INTEGER: local(5)
        IP-MIB::ipNetToPhysicalPhysAddress[7][ipv6]["20:01:0d:b8:00:01:00:00:00:00:00:00:00:00:00:21"] = STRING: 0:11:22:33:44:66
        IP-MIB::ipNetToMediaPhysAddress.8.198.51.100.9 = STRING: 0:11:22:33:44:77
        """

    static let neighbours = [
        ciscoARP, nexus, mikrotikColumns, mikrotikDetail, huawei, comware, fortigate, juniper, linux, snmp,
    ]

    static let ciscoMAC = """
        SW1#show mac address-table
                  Mac Address Table
        -------------------------------------------

        Vlan    Mac Address       Type        Ports
        ----    -----------       --------    -----
         All    0100.0ccc.cccc    STATIC      CPU
          10    0011.2233.0001    STATIC      Vl10
          10    0011.2233.4455    DYNAMIC     Gi0/1
          20    0011.2233.4466    STATIC      Gi0/2
        Total Mac Addresses for this criterion: 4
        """
    static let nexusMAC = """
        Legend:
           VLAN     MAC Address      Type      age     Secure NTFY Ports
        ---------+-----------------+--------+---------+------+----+------------------
        *   10     0011.2233.4455   dynamic  0         F      F    Eth1/1
        G    -     0011.2233.0001   static   -         F      F    sup-eth1(R)
        """
    static let huaweiMAC = """
        <SW-SO>display mac-address
        -------------------------------------------------------------------------------
        MAC Address    VLAN/VSI/BD                       Learned-From        Type
        -------------------------------------------------------------------------------
        0011-2233-4455 10/-/-                            GE0/0/1             dynamic
        0011-2233-4466 20/-/-                            GE0/0/2             static
        -------------------------------------------------------------------------------
        Total items displayed = 2
        """
    static let huaweiOldMAC = """
        MAC Address    VLAN/       PEVLAN CEVLAN Port            Type      LSP/LSR-ID
                       VSI/SI                                              MAC-Tunnel
        0011-2233-4455 10          -      -      GE0/0/1         dynamic   0/-
        """
    static let comwareMAC = """
        <H3C>display mac-address
        MAC Address      VLAN ID    State            Port/Nickname            Aging
        0011-2233-4455   10         Learned          GE1/0/1                  Y
        """
    static let mikrotikMAC = """
        Flags: D - DYNAMIC; L - LOCAL; E - EXTERNAL
        Columns: MAC-ADDRESS, VID, ON-INTERFACE, BRIDGE
         #    MAC-ADDRESS        VID  ON-INTERFACE  BRIDGE
         0 D  00:11:22:33:44:55   10  ether2        bridge
        11 DL 00:11:22:33:00:01       bridge        bridge
        """
    static let junosMAC = """
        admin@EX1> show ethernet-switching table
        Ethernet switching table : 1 entries, 1 learned
        Routing instance : default-switch
           Vlan                MAC                 MAC      Age    Logical                NH        RTR
           name                address             flags           interface              Index     ID
           vlan10              00:11:22:33:44:55   D             -   ge-0/0/1.0           0         0
        """
    static let fortiSwitchMAC = """
        MAC: 00:11:22:33:44:55\tVLAN: 10 Port: port5(port-id 5)
          Flags: 0x00010440 [ used hit dynamic src-hit ]
        """

    static let macTables = [
        ciscoMAC, nexusMAC, huaweiMAC, huaweiOldMAC, comwareMAC, mikrotikMAC, junosMAC, fortiSwitchMAC,
    ]
}
