/// Languages under the names that they have in themselves: who looks for one reads that name.

/// What a language calls itself.
enum Autonym {
    /// The names of languages in a list of some, where scripts and regions are told apart only if two
    /// would have one name.
    ///
    /// - Parameter tags: BCP 47, in the case of RFC 5646, section 2.1.1.
    /// - Returns: Parallel to the tags; the tag itself where nobody has said how the language is called.
    static func names(of tags: [String]) -> [String] {
        let found = tags.map { name(of: $0) }
        var counts: [String: Int] = [:]
        for (name, _) in found { counts[name, default: 0] += 1 }
        return zip(tags, found).map { tag, found in
            guard counts[found.name] != 1, !found.rest.isEmpty else { return found.name }
            return names[tag] ?? "\(found.name) (\(found.rest))"
        }
    }

    /// The name of a language in its script, and the parts of the tag that the name does not say.
    private static func name(of tag: String) -> (name: String, rest: String) {
        let parts = tag.split(separator: "-")
        guard let language = parts.first else { return (tag, "") }
        let others = parts.dropFirst()
        if let script = others.first(where: { $0.utf8.count == 4 }),
            let name = names["\(language)-\(script)"]
        {
            return (name, others.filter { $0 != script }.joined(separator: "-"))
        }
        return names[String(language)].map { ($0, others.joined(separator: "-")) } ?? (tag, "")
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for entry in table.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let parts = entry.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { names[String(parts[0])] = String(parts[1]) }
        }
        return names
    }()

    /// The languages that CLDR 49 names in themselves (`localeDisplayNames` of each locale), as they stand
    /// at the beginning of a line; scripts and regions where CLDR has a name for them.
    private static let table = """
        aa Qafar; ab Аԥсшәа; ady Адыгабзэ; af Afrikaans; agq Aghem; ak Akan; am አማርኛ; an Aragonés;
        ann Obolo; ar العربية; arn Mapudungun; as অসমীয়া; asa Kipare; ast Asturianu;
        az Azərbaycan; az-Cyrl Азәрбајҹан; ba Башҡорт; bal بلۆچی; bas Ɓàsàa; be Беларуская;
        bem Ichibemba; bew Betawi; bez Hibena; bg Български; bgc हरियाणवी; bho भोजपुरी;
        bm Bamanakan; bn বাংলা; bo བོད་སྐད་; br Brezhoneg; brh براہوئی; bs Bosanski;
        bs-Cyrl Босански; bua Буряад; byn ብሊን; ca Català; ce Нохчийн; ceb Cebuano; cgg Rukiga;
        cho Chahta; chr ᏣᎳᎩ; cic Chikashshanompaʼ; ckb کوردیی ناوەندی; co Corsu; cs Čeština;
        cv Чӑваш чӗлхи; cy Cymraeg; da Dansk; dav Kitaita; de Deutsch;
        de-AT Österreichisches Deutsch; de-CH Schweizer Hochdeutsch; dje Zarmaciine; doi डोगरी;
        dsb Dolnoserbšćina; dua Duálá; dv ދިވެހިބަސް; dyo Joola; dz རྫོང་ཁ; ebu Kĩembu; ee Eʋegbe;
        el Ελληνικά; en English; en-AU Australian English; en-CA Canadian English;
        en-GB British English; en-US American English; eo Esperanto; es Español;
        es-419 Español latinoamericano; es-ES Español de España; es-MX Español de México; et Eesti;
        eu Euskara; ewo Ewondo; fa فارسی; fa-AF دری; ff Pulaar; fi Suomi; fil Filipino;
        fo Føroyskt; fr Français; fr-CA Français canadien; fr-CH Français suisse; frr Nordfriisk;
        fur Furlan; fy Frysk; ga Gaeilge; gaa Gã; gd Gàidhlig; gez ግዕዝኛ; gl Galego; gn Avañe’ẽ;
        gsw Schwiizertüütsch; gu ગુજરાતી; guz Ekegusii; gv Gaelg; ha Hausa; haw ʻŌlelo Hawaiʻi;
        he עברית; hi हिन्दी; hr Hrvatski; hrx Hunsrückisch; hsb Hornjoserbšćina; ht Kreyòl Ayisyen;
        hu Magyar; hy Հայերեն; ia Interlingua; id Indonesia; ig Asụsụ Igbo; ii ꆈꌠꉙ; is Íslenska;
        it Italiano; iu ᐃᓄᒃᑎᑐᑦ; ja 日本語; jgo Ndaꞌa; jmc Kimachame; jv Jawa; ka ქართული;
        kaa Қарақалпақша; kab Taqbaylit; kam Kikamba; kbd Къэбэрдеибзэ; kde Chimakonde;
        kea Kabuverdianu; kek Qʼeqchiʼ; ken Kɛnyaŋ; kgp Kanhgág; khq Koyra ciini; ki Gĩgĩkũyũ;
        kk Қазақ тілі; kkj Kakɔ; kl Kalaallisut; kln Kalenjin; km ខ្មែរ; kn ಕನ್ನಡ; ko 한국어;
        kok कोंकणी; kok-Latn Konknni; kpe Kpɛlɛɛ; ks کٲشُر; ks-Deva कॉशुर; ksb Kishambaa;
        ksf Rikpa; ksh Kölsch; ku Kurdî (kurmancî); kw Kernewek; ky Кыргызча; la Latina;
        lag Kɨlaangi; lb Lëtzebuergesch; lg Luganda; lij Ligure; lkt Lakȟólʼiyapi; lld Ladin;
        lmo Lombard; ln Lingála; lo ລາວ; lrc لۊری شومالی; lt Lietuvių; ltg Latgalīšu; lu Tshiluba;
        luo Dholuo; luy Luluhia; lv Latviešu; mai मैथिली; mas Maa; mdf Мокшень кяль; mer Kĩmĩrũ;
        mfe Kreol morisien; mg Malagasy; mgh Makua; mgo Metaʼ; mi Māori; mk Македонски; ml മലയാളം;
        mn Монгол; mni মৈতৈলোন্; mni-Mtei ꯃꯤꯇꯩꯂꯣꯟ; moh Kanienʼkéha; mr मराठी; ms Melayu; mt Malti;
        mus Mvskoke; my မြန်မာ; myv Эрзянь кель; mzn مازرونی; naq Khoekhoegowab; nb Norsk bokmål;
        nd isiNdebele; nds Neddersass’sch; ne नेपाली; nl Nederlands; nl-BE Vlaams; nmg Kwasio;
        nn Norsk nynorsk; nnh Shwóŋò ngiembɔɔn; no Norsk; nqo ߒߞߏ; nr isiNdebele;
        nso Sesotho sa Leboa; nus Thok Nath; nv Diné Bizaad; ny Nyanja; nyn Runyankore; oc Occitan;
        om Oromoo; or ଓଡ଼ିଆ; os Ирон; pa ਪੰਜਾਬੀ; pa-Arab پنجابی; pap Papiamentu;
        pcm Naijíriá Píjin; pl Polski; pms Piemontèis; ps پښتو; pt Português;
        pt-BR Português (Brasil); pt-PT Português (Portugal); qu Runasimi; quc Kʼicheʼ;
        raj राजस्थानी; rif Tarifit; rm Rumantsch; rn Ikirundi; ro Română; rof Kihorombo;
        ru Русский; rw Ikinyarwanda; rwk Kiruwa; sa संस्कृत भाषा; sah Саха тыла; saq Kisampur;
        sat ᱥᱟᱱᱛᱟᱲᱤ; sbp Ishisangu; sc Sardu; scn Sicilianu; sd سنڌي; sd-Deva सिन्धी;
        se Davvisámegiella; seh Sena; ses Koyraboro senni; sg Sängö; shi ⵜⴰⵛⵍⵃⵉⵜ;
        shi-Latn Tashelḥiyt; shn တႆး; si සිංහල; sid Sidaamu Afo; sk Slovenčina; skr سرائیکی;
        sl Slovenščina; sma Åarjelsaemien gïele; smj Julevsámegiella; smn Anarâškielâ;
        sms Sääʹmǩiõll; sn chiShona; so Soomaali; sq Shqip; sr Српски; sr-Latn Srpski; ss siSwati;
        ssy Saho; st Sesotho; su Basa Sunda; sv Svenska; sw Kiswahili; syr ܣܘܪܝܝܐ; szl Ślōnski;
        ta தமிழ்; te తెలుగు; teo Kiteso; tg Тоҷикӣ; th ไทย; ti ትግርኛ; tig ትግረ; tk Türkmen dili;
        tn Setswana; to Lea fakatonga; tpi Tok Pisin; tr Türkçe; ts Xitsonga; tt Татар;
        twq Tasawaq senni; tyv Тыва; tzm Tamaziɣt n laṭlaṣ; ug ئۇيغۇرچە; uk Українська; ur اردو;
        uz O‘zbek; uz-Cyrl Ўзбекча; vai ꕙꔤ; vai-Latn Vai; ve Tshivenḓa; vec Veneto; vi Tiếng Việt;
        vmw Emakhuwa; vun Kyivunjo; wa Walon; wae Walser; wal ወላይታቱ; wbp Warlpiri; wo Wolof;
        xh isiXhosa; xnr कांगड़ी; xog Olusoga; yav Nuasue; yi ייִדיש; yo Èdè Yorùbá; yrl Nheẽgatu;
        yue 粵語; yue-Hans 粤语; za Vahcuengh; zgh ⵜⴰⵎⴰⵣⵉⵖⵜ; zh 中文; zh-Hans 简体中文; zh-Hant 繁體中文;
        zu isiZulu
        """
}
