/// The files of the documented example, word for word.
enum ExampleSite {
    /// `site.yaml`.
    static let site = #"""
        schema: v6audit.site/1
        id: hai-hau
        name: {vi: Khu vực Hải Hậu, en: Hải Hậu area}
        utcOffset: "+07:00"                       # for working days and due dates; evidence stays UTC
        policy: {minimumObservation: 5 min, workingDay: false, ipv6OnlyObservation: 5 min, window: 35 d, demonstration: true, documentationPrefixes: real}   # defaults 24 h, true, 7 d, 35 d, false, error
        privacy: {outsideNames: count, retention: 90 d}                # count | keep
        profiles: [ipv6-only-2026-2030, circular-06-2026]
        domains: [{name: haihau.example, owner: [{agency: huyen-hai-hau, to: 2025-06-30}, {agency: xa-hai-hau, from: 2025-07-01}], kind: [web, mail]}]
        agencies:                                 # level: central province district commune none; kind: committee department centre party supplier
          - {id: tinh-nam-dinh, level: province, kind: committee, names: [{vi: UBND tỉnh Nam Định, en: Nam Định province}], to: 2025-06-30}
          - {id: tinh-ninh-binh, level: province, kind: committee, names: [{vi: UBND tỉnh Ninh Bình, en: Ninh Bình province}]}
          - {id: huyen-hai-hau, level: district, kind: committee, names: [{vi: UBND huyện Hải Hậu, en: Hải Hậu district}], parents: [{agency: tinh-nam-dinh}], to: 2025-06-30, duties: [plan-issuer]}
          - {id: xa-hai-hau, level: commune, kind: committee, names: [{vi: UBND xã Hải Hậu, en: Hải Hậu commune}], parents: [{agency: tinh-ninh-binh}], from: 2025-07-01, verified: false}
        successions:                              # many to many
          - {from: [tinh-nam-dinh], to: [tinh-ninh-binh], date: 2025-07-01, document: 202/2025/QH15, verified: true}
          - {from: [huyen-hai-hau], to: [xa-hai-hau], date: 2025-07-01, document: null, verified: false}
        segments:                                 # kind: office-lan server wifi tslcd internet-uplink camera voip management
          - id: lan-hai-hau
            name: {vi: Mạng LAN trụ sở, en: Office LAN}
            kind: office-lan
            owner: [{agency: huyen-hai-hau, to: 2025-06-30}, {agency: xa-hai-hau, from: 2025-07-01}]
            vlan: null
            prefixes: [10.20.30.0/24, "2001:db8:20:30::/64"]
            plan: {ipv6: true, target: dual-stack}                     # dual-stack | ipv6-mostly | ipv6-only
            routers: [{mac: "00:0d:b9:4a:10:01", address: "fe80::20d:b9ff:fe4a:1001"}]
            dhcpv4Servers: [10.20.30.1]
            dhcpv6Servers: ["fe80::20d:b9ff:fe4a:1001"]
          - {id: may-chu, name: {vi: Vùng máy chủ, en: Servers}, kind: server, owner: [{agency: xa-hai-hau}], prefixes: [10.20.40.0/24, "2001:db8:20:40::/64"], plan: {ipv6: true, target: dual-stack}}
          - {id: tslcd, name: {vi: Mạng TSLCD, en: TSLCD uplink}, kind: tslcd, tslcdLevel: 2, owner: [{agency: xa-hai-hau}], prefixes: [10.99.7.0/30], plan: {ipv6: false}}
          - {id: co-yeu, name: {vi: Kênh mật, en: State-secret link}, kind: office-lan, owner: [{agency: xa-hai-hau}], prefixes: [10.99.8.0/30], plan: {ipv6: false}, stateSecret: true}
        captures:                                 # first match wins; interface: index in the file, default all
          - {files: "captures/officeA-2if*.pcapng", interface: 0, segment: lan-hai-hau, vantage: switch}        # switch | host | routed
          - {files: "captures/officeA-2if*.pcapng", interface: 1, segment: may-chu, vantage: switch}
        addressPlan: [{agency: xa-hai-hau, prefix: "2001:db8:20::/48", grantedBy: isp, document: null}]      # cpd | isp | vnnic | ula
        tunnels: [{kind: 6in4, ends: [10.20.30.128, 198.51.100.41], agency: xa-hai-hau, purpose: thử nghiệm, until: 2026-12-31}]
        internetLines: [{id: ftth-1, agency: xa-hai-hau, segment: lan-hai-hau, provider: nha-mang}]
        scope: {addresses: [10.20.30.0/24, 10.20.40.0/24, "2001:db8:20::/48"], names: [haihau.example], exclude: [], packetsPerSecond: 50, resolvers: [system, 10.20.30.1]}
        authorisations:
          - {id: cp-12, document: 12/QĐ-UBND, date: 2026-11-01, signer: Chủ tịch UBND xã, actions: [capture, probe], segments: [lan-hai-hau, may-chu], from: 2026-11-01, to: 2026-12-31, staffNotice: 2026-11-02}
        pins:                                     # a person's statement about machines; `v6audit pin` writes it, contradictions are shown
          - {same: ["00:50:56:9a:40:10", "2001:db8:20:40::10"], by: Phòng Văn hóa - Xã hội, on: 2026-11-05, why: hai card mạng của một máy chủ}
          - {different: ["3c:d9:2b:50:50:50", "3c:d9:2b:50:50:51"], by: Văn phòng, on: 2026-11-05, why: bộ phát lại Wi-Fi}

        """#

    /// `systems.csv`.
    static let systems = #"""
        system,name_vi,name_en,category,owner,operator,level,depends_on,component,kind,mandatory,segment,names,addresses,macs,ports,probe,model,os,support_end,readiness,features,serial,location,purpose,responsible,valid_from,valid_to,source,verified,note
        one-stop,Hệ thống một cửa điện tử,One-stop system,one-stop,xa-hai-hau,tinh-ninh-binh,3,lgsp dns,web,server,yes,may-chu,mot-cua.haihau.example,10.20.40.10 2001:db8:20:40::10,00:50:56:9a:40:10,tcp/80 tcp/443,yes,,,,,,,,,,,,domain §6.1,no,
        one-stop,,,,,,,,database,server,yes,may-chu,,10.20.40.20,00:50:56:9a:40:20,tcp/1521,yes,,Oracle Linux 7,2024-12-31,,,,,,,,,,,
        video-conf,Hội nghị truyền hình trực tuyến,Video conference,video-conf,huyen-hai-hau,tinh-nam-dinh,2,,,,,,,,,,,,,,,,,,,,,2025-06-30,plan III.3,yes,successor xa-hai-hau unverified
        ,,,,xa-hai-hau,,,,may-in-1,printer,,lan-hai-hau,,10.20.30.50,3c:d9:2b:50:50:50,,no,HP LaserJet,,,replace,,,Tầng 1,,Văn phòng,,,,,
        ,,,,xa-hai-hau,,,,tslcd-1,tslcd-terminal,,tslcd,,10.99.7.2,,,,,,,unknown,vlan snmp lan=4 wan=1,,,,,,,,,

        """#

    /// `answers.yaml`.
    static let answers = #"""
        schema: v6audit.answers/1
        answers:
          - {rule: PROC-01, agency: xa-hai-hau, value: issued, document: 05/KH-UBND, date: 2026-02-10, by: Phòng Văn hóa - Xã hội, file: van-ban/ke-hoach.pdf, until: 2027-02-10}
          - {rule: PROC-06, agency: xa-hai-hau, value: 2, document: null, date: 2026-09-01, by: Văn phòng, file: null, until: 2027-09-01}
        waivers:                                  # the item stays visible, counted apart; subjects empty = the whole item
          - {item: APP-07@xa-hai-hau, subjects: [device/may-in-1], reason: Thay trong năm 2027, approver: Chủ tịch UBND xã, document: 21/TB-UBND, date: 2026-11-10, until: 2027-06-30}
        exceptions:                               # the register of Annex VII: what may stay IPv4-only
          - {subject: system/one-stop/database, reason: Phần mềm chưa hỗ trợ, compensation: NAT64 tại biên, approver: Chủ tịch UBND xã, document: 22/TB-UBND, date: 2026-11-10, until: 2027-12-31}

        """#
}
