import ConfigurationImport
import NetworkTypes
import TrafficObservation

/// Configurations and tables as offices have them, with documentation addresses.
enum DeviceSamples {
    static let cisco = #"""
        Building configuration...

        Current configuration : 4211 bytes
        !
        version 15.7
        service timestamps log datetime msec
        !
        hostname RT-UBND
        !
        boot-start-marker
        boot-end-marker
        !
        ipv6 general-prefix ISP 2001:db8:900::/48
        ipv6 unicast-routing
        ipv6 dhcp pool LAN
         address prefix 2001:db8:77::/64
        !
        interface Loopback0
         ip address 192.0.2.255 255.255.255.255
         ipv6 address 2001:DB8::FFFF/128
        !
        interface GigabitEthernet0/0
         description ipv6 address 2001:db8:bad::1/64
         ip address dhcp
         ipv6 address autoconfig
         ipv6 nd ra suppress all
         mac-address 0200.5e10.0001
        !
        interface GigabitEthernet0/1
         no ip address
         shutdown
        !
        interface GigabitEthernet0/1.10
         encapsulation dot1Q 10
         ip address 192.0.2.1 255.255.255.128
         ip address 198.51.100.1 255.255.255.0 secondary
         standby 1 ip 192.0.2.126
         standby 2 ipv6 FE80::5
         ipv6 address FE80::1 link-local
         ipv6 address 2001:DB8:1::1/64
         ipv6 nd managed-config-flag
        !
        interface GigabitEthernet0/1.20
         ip address 203.0.113.1 255.255.255.0
         ipv6 address ISP ::20:0:0:0:1/64
         ipv6 address 2001:DB8:2::/64 eui-64
        !
        interface GigabitEthernet0/2
         no ip address
         ipv6 address 2001:DB8:3::1/64
         shutdown
        !
        interface Vlan99
         ip address 10.9.9.1 255.255.255.0
         ipv6 enable
        !
        interface FastEthernet0/1
         switchport mode access
        !
        ip route 0.0.0.0 0.0.0.0 203.0.113.254
        ipv6 route ::/0 2001:DB8:1::FFFE
        banner motd ^C
        interface Vlan666
         ip address 10.66.6.6 255.255.255.0
         ipv6 address 2001:db8:666::1/64
        ^C
        line vty 0 4
         transport input ssh
        end
        """#

    static let huawei = #"""
        !Software Version V200R010C00SPC600
        #
        sysname SW-SO-TTTT
        #
        ipv6
        #
        vlan batch 10 20 30
        #
        header login information "
        interface Vlanif666
         ip address 10.66.6.6 255.255.255.0
        "
        #
        interface Vlanif10
         ip address 192.0.2.1 255.255.255.0
         ip address 198.51.100.1 255.255.255.0 sub
         vrrp vrid 1 virtual-ip 192.0.2.254
         ipv6 enable
         ipv6 address 2001:DB8:1::1 64
         ipv6 address FE80::1 link-local
         undo ipv6 nd ra halt
        #
        interface Vlanif20
         ipv6 enable
         ipv6 address 2001:DB8:2::1/64
        #
        interface Vlanif30
         ipv6 enable
         ipv6 address 2001:DB8:3::1 64
         ip address 203.0.113.1 24
         ip binding vpn-instance TSLCD
        #
        interface Vlanif40
         ip binding vpn-instance TSLCD
         ip address 203.0.113.129 25
         ipv6 enable
         ipv6 address 2001:DB8:4:: 64 eui-64
        #
        interface Vlanif50
         ipv6 enable
         ipv6 address auto link-local
        #
        interface MEth0/0/1
         ip address 10.0.0.1 255.255.255.0
         shutdown
        #
        interface GigabitEthernet0/0/1
         port link-type access
         port default vlan 10
        #
        ip route-static 0.0.0.0 0.0.0.0 192.0.2.2
        #
        return
        """#

    static let comware = #"""
        #
         version 7.1.070, Release 6318P01
        #
         sysname H3C-TANG2
        #
        interface NULL0
        #
        interface Vlan-interface10
         ip address 192.0.2.3 255.255.255.0
         ipv6 address 2001:DB8:1::3/64
         undo ipv6 nd ra halt
        #
        interface Vlan-interface20
         ip address dhcp-alloc
         ipv6 address dhcp-alloc
        #
        return
        """#

    static let mikrotik = #"""
        # 2026-11-20 10:00:00 by RouterOS 7.15.3
        # software id = ABCD-1234
        /interface bridge
        add admin-mac=48:8F:5A:00:00:01 auto-mac=no name=bridge
        /interface vrrp
        add interface=bridge name=vrrp1
        /interface ethernet
        set [ find default-name=ether1 ] comment="WAN \"chinh\" disabled=yes" name=ether1-wan
        set [ find default-name=ether3 ] disabled=yes
        /interface list
        add name=LAN
        /ip address
        add address=192.0.2.1/24 comment=defconf interface=bridge network=192.0.2.0
        add address=198.51.100.1/24 disabled=yes interface=bridge network=198.51.100.0
        add address=192.0.2.254/32 interface=vrrp1 network=192.0.2.254
        /ip dhcp-client
        add interface=ether1-wan
        /ipv6 address
        add address=2001:db8:1::1 \
            interface=bridge
        add address=::1 from-pool=isp interface=vlan20
        add address=2001:db8:3::1/64 advertise=no interface=vlan30
        add address=2001:db8:4::1/64 disabled=yes interface=vlan40
        add address=2001:db8:5::/64 eui-64=yes interface=vlan50
        /ipv6 dhcp-client
        add add-default-route=yes interface=pppoe-out1 pool-name=isp request=prefix
        /ipv6 firewall address-list
        add address=2001:db8:bad::/32 list=bad_ipv6
        /system identity
        set name=RB-XA01
        /system script
        add name=x source="/ipv6 address\r\
            \nadd address=2001:db8:666::1/64 interface=bridge"
        """#

    static let fortigate = #"""
        #config-version=FGT60F-7.2.5-FW-build1517-230608:opmode=0:vdom=1:user=admin
        config vdom
        edit root
        next
        end
        config global
        config system global
            set alias "set hostname \"sai\""
            set hostname "FG-UBND"
        end
        config system replacemsg http "x"
            set buffer "<html>
        config system interface
            edit \"port66\"
                set ip 10.66.6.6 255.255.255.0
        </html>"
        end
        config system interface
            edit "lan"
                set vdom "root"
                set ip 192.0.2.1 255.255.255.0
                set secondary-IP enable
                config ipv6
                    set ip6-address 2001:db8:1::1/64
                    set ip6-send-adv enable
                    config ip6-extra-addr
                        edit 2001:db8:1::2/64
                        next
                    end
                    config ip6-prefix-list
                        edit 2001:db8:1::/64
                            set autonomous-flag enable
                        next
                    end
                end
                config secondaryip
                    edit 1
                        set ip 198.51.100.1 255.255.255.0
                    next
                end
                config vrrp
                    edit 1
                        set vrip 192.0.2.254
                    next
                end
            next
            edit "port1"
                set vdom "root"
                set ip 10.0.0.1 255.255.255.0
                config ipv6
                    set ip6-send-adv enable
                    set ip6-other-flag enable
                end
            next
            edit "wan1"
                set vdom "root"
                set mode dhcp
                set ip 10.1.1.1 255.255.255.0
                config ipv6
                    set ip6-mode dhcp
                    set ip6-address ::/0
                end
            next
            edit "dmz"
                set vdom "root"
                set status down
                set macaddr 00:09:0f:00:00:01
                config ipv6
                    set ip6-address ::/0
                end
            next
            edit "vlan20"
                set vdom "root"
                config ipv6
                    set ip6-mode delegated
                    set ip6-send-adv enable
                    set ip6-upstream-interface "wan1"
                    set ip6-subnet ::1:0:0:0:1/64
                end
            next
        end
        end
        config vdom
        edit root
        config firewall policy
            edit 1
                set srcaddr6 "all"
            next
        end
        end
        """#

    static let junos = #"""
        ## Last commit: 2026-11-20 10:00:00 +07 by admin
        version 21.4R3;
        groups {
            lo {
                system {
                    host-name SAI;
                }
                interfaces {
                    <ge-*> {
                        unit <*> {
                            family inet6;
                        }
                    }
                }
            }
        }
        apply-groups lo;
        system {
            host-name SRX-UBND;
            login {
                message "interfaces { ge-9/9/9 { unit 0 { family inet { address 10.66.6.6/24; } } } }";
            }
        }
        interfaces {
            ge-0/0/0 {
                description "a # b; /* c";
                unit 0 {
                    family inet {
                        address 192.0.2.1/24 {
                            vrrp-group 1 {
                                virtual-address 192.0.2.254;
                            }
                        }
                    }
                }
            }
            ge-0/0/1 {
                vlan-tagging;
                unit 10 {
                    vlan-id 10;
                    family inet6 {
                        address 2001:db8:1::1/64;
                        inactive: address 2001:db8:bad::1/64;
                        address 2001:db8:2::/64 {
                            eui-64;
                        }
                    }
                }
                inactive: unit 20 {
                    family inet6 {
                        address 2001:db8:20::1/64;
                    }
                }
                /* old: unit 30 {
                */
                unit 40 {
                    disable;
                    family inet6 {
                        address 2001:db8:40::1/64;
                    }
                }
            }
            xe-0/0/2 {
                disable;
                unit 0 {
                    family inet {
                        address 198.51.100.1/25;
                    }
                }
            }
            fxp0 {
                unit 0 {
                    family inet {
                        address 10.0.0.1/24;
                    }
                }
            }
        }
        protocols {
            router-advertisement {
                interface ge-0/0/1.10 {
                    prefix 2001:db8:1::/64;
                }
                interface fxp0.0 {
                    managed-configuration;
                }
            }
        }
        """#

    static let junosSet = #"""
        admin@srx> show configuration | display set | no-more
        set version 21.4R3
        set system host-name SRX-SET
        set interfaces ge-0/0/1 unit 0 family inet6 address 2001:db8:1::1/64
        set interfaces ge-0/0/2 unit 0 family inet address 192.0.2.1/24
        set interfaces ge-0/0/2 unit 0 family inet6 address 2001:db8:2::1/64
        set interfaces ge-0/0/3 unit 0 family inet6 address 2001:db8:3::/64 eui-64
        set interfaces ge-0/0/4 unit 0 family inet6 dhcpv6-client client-type stateful
        set interfaces irb unit 7 family inet6 address fe80::7/64
        set interfaces fxp0 unit 0 family inet address 10.0.0.1/24
        set protocols router-advertisement interface ge-0/0/1.0 prefix 2001:db8:1::/64
        set protocols router-advertisement interface fxp0.0 managed-configuration
        deactivate interfaces ge-0/0/2 unit 0 family inet6
        """#

    static let configurations: [(ImportKind, String)] = [
        (.ciscoIOS, cisco), (.huaweiVRP, huawei), (.huaweiVRP, comware), (.mikrotik, mikrotik),
        (.fortigate, fortigate), (.junos, junos), (.junos, junosSet),
    ]

    static var importers: [any ConfigurationImporter.Type] {
        [
            CiscoIOSImporter.self, HuaweiVRPImporter.self, MikroTikImporter.self, FortiGateImporter.self,
            JunosImporter.self, NeighboursImporter.self, MACTableImporter.self,
        ]
    }

    static func source(_ text: String) -> ImportSource { source(Array(text.utf8)) }

    static func source(_ bytes: [UInt8]) -> ImportSource { ImportSource(path: "device.txt", bytes: bytes, digest: "") }
}

extension ImportedFile {
    func interface(_ name: String) -> ImportedInterface? {
        hosts.lazy.flatMap(\.interfaces).first { $0.name == name }
    }

    /// `ADDRESS/LENGTH` of an interface, in the order of the lines.
    func addresses(_ name: String) -> [String] { interface(name)?.texts ?? [] }
}

extension ImportedInterface {
    var texts: [String] {
        addresses.map { address in "\(address.address)" + (address.prefixLength.map { "/\($0)" } ?? "") }
    }
}
