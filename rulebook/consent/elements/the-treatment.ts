/** Consent to what: why, which medicine, how far it is approved, what else there is, and what it may do. */
import { said } from '../../education/patient-text.ts'
import type { ConsentElement } from '../consent-element.ts'

export const theTreatment: readonly ConsentElement[] = [
  {
    id: 'dx_and_goal',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Why you want this treatment', 'Por qué quiere este tratamiento'),
    paragraphs: [
      {
        text: said(
          'You and your prescriber have talked about your health and about what you hope will change. Both are written here. Tell us if something is not right.',
          'Usted y la persona que le receta hablaron de su salud y de lo que espera que cambie. Las dos cosas están escritas aquí. Díganos si algo no es correcto.',
        ),
        cites: ['judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [
      { id: 'diagnosis', label: said('Diagnosis', 'Diagnóstico'), kind: 'text', required: 'always' },
      { id: 'goal', label: said('My goal', 'Mi meta'), kind: 'text', required: 'always' },
    ],
  },
  {
    id: 'drug_route_dose_schedule',
    version: 1,
    lastMaterialVersion: 1,
    title: said('The medicine, the dose, and how often', 'El medicamento, la dosis y cada cuánto'),
    paragraphs: [
      {
        text: said(
          'Here you see the medicine, how you get it, the dose, and how often. Your prescriber may lower a dose, space doses out, or not give one. If the medicine or the way you get it changes, we ask you to sign again.',
          'Aquí ve el medicamento, cómo lo recibe, la dosis y cada cuánto. Quien le receta puede bajar una dosis, espaciarlas o no dar alguna. Si cambia el medicamento o la forma de recibirlo, le pedimos que firme otra vez.',
        ),
        cites: ['judgement'],
        confidence: 'high',
        basis: 'drv',
      },
    ],
    fields: [
      { id: 'product', label: said('Medicine', 'Medicamento'), kind: 'text', required: 'always' },
      { id: 'route', label: said('How I get it', 'Cómo lo recibo'), kind: 'text', required: 'always' },
      { id: 'dose', label: said('Dose', 'Dosis'), kind: 'text', required: 'always' },
      { id: 'schedule', label: said('How often', 'Cada cuánto'), kind: 'text', required: 'always' },
    ],
  },
  {
    id: 'off_label_or_rems_status',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Is it approved for this?', '¿Está aprobado para esto?'),
    paragraphs: [
      {
        text: said(
          'The FDA, the US agency that checks medicines, has approved ketamine only to put people to sleep for surgery. It has not approved ketamine for any mental health problem. Your use is off-label. The FDA has not checked how safe it is, or how well it works, for that use.',
          'La FDA, la agencia que revisa los medicamentos en Estados Unidos, aprobó la ketamina solo para dormir a las personas durante una cirugía. No la ha aprobado para ningún problema de salud mental. El uso que usted le dará está fuera de la etiqueta (off-label). La FDA no ha revisado qué tan segura es, ni qué tan bien funciona, para ese uso.',
        ),
        concerns: { drug: ['ketamine'] },
        cites: ['fda-2023', 'ketamine-label-us'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'Some ketamine, such as lozenges and most sprays, is mixed by a pharmacy. This is called compounded. The FDA does not check compounded products for safety, quality, or how well they work.',
          'Alguna ketamina, como las pastillas que se disuelven en la boca y la mayoría de los aerosoles, la prepara una farmacia. A esto se le llama producto compuesto. La FDA no revisa si los productos compuestos son seguros, si tienen buena calidad ni si funcionan.',
        ),
        concerns: { drug: ['ketamine'], route: ['SL', 'IN'] },
        cites: ['fda-2023'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'Esketamine nose spray is approved for adults with some kinds of depression. Your use is one of the approved ones.',
          'La esketamina en aerosol para la nariz está aprobada para adultos que tienen ciertos tipos de depresión. El uso que usted le dará es uno de los aprobados.',
        ),
        concerns: { drug: ['esketamine'], offLabel: [false] },
        cites: ['esketamine-label-us', 'esketamine-label-eu'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'Esketamine nose spray is approved for some kinds of depression. Your use of it is not one of the approved ones. That is called off-label.',
          'La esketamina en aerosol para la nariz está aprobada para ciertos tipos de depresión. El uso que usted le dará no es uno de los aprobados. A eso se le llama uso fuera de la etiqueta (off-label).',
        ),
        concerns: { drug: ['esketamine'], offLabel: [true] },
        cites: ['esketamine-label-us', 'esketamine-label-eu'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'In the US, esketamine comes with a safety program. You sign up for it before your first visit. We send a short form about each visit to the program. You take the spray only at a certified clinic and stay at least 2 hours.',
          'En Estados Unidos, la esketamina tiene un programa de seguridad. Usted se inscribe antes de la primera visita. Enviamos al programa un formulario corto sobre cada visita. El aerosol se usa solo en una clínica certificada y usted se queda por lo menos 2 horas.',
        ),
        concerns: { drug: ['esketamine'], region: ['US'] },
        cites: ['esketamine-rems'],
        confidence: 'high',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'alternatives_incl_none',
    version: 1,
    lastMaterialVersion: 1,
    title: said('Your other choices', 'Sus otras opciones'),
    paragraphs: [
      {
        text: said(
          'You do not have to have this treatment. Other choices are other medicines, talk therapy, brain treatments such as ECT, more than one of these, or no new treatment for now. Each has its own good and bad points. Your prescriber has gone through them with you. For most people, ketamine is not the first thing to try.',
          'Usted no está obligado a recibir este tratamiento. Otras opciones son otros medicamentos, la terapia, los tratamientos del cerebro como la terapia electroconvulsiva, varias de estas cosas juntas o no empezar nada nuevo por ahora. Cada una tiene ventajas y desventajas. Quien le receta las ha hablado con usted. Para la mayoría de las personas, la ketamina no es lo primero que se prueba.',
        ),
        cites: ['va-dod-mdd-2022', 'swainson-2021', 'anand-2023'],
        confidence: 'high',
        basis: 'src',
      },
    ],
    fields: [],
  },
  {
    id: 'expected_benefit_and_uncertainty',
    version: 1,
    lastMaterialVersion: 1,
    title: said('What it may do for you', 'En qué puede ayudarle'),
    paragraphs: [
      {
        text: said(
          'It may help, and it may not. Nobody can tell ahead of time if it will help you. When it helps, the effect often fades. It is not a cure. It works as one part of a plan.',
          'Puede ayudar o puede que no. Nadie puede saber de antemano si le va a ayudar. Cuando ayuda, el efecto muchas veces se va perdiendo. No es una cura. Es una parte de un plan.',
        ),
        cites: ['phillips-2019', 'wilkinson-2021', 'judgement'],
        confidence: 'med',
        basis: 'drv',
      },
      {
        text: said(
          'One study looked at people whose depression was hard to treat. After several infusions, about 6 in 10 of them (59%) had at least half of their signs lift. Most people who get better become low again without more care.',
          'Un estudio siguió a personas con una depresión difícil de tratar. Después de varias infusiones, a cerca de 6 de cada 10 (59%) los síntomas les bajaron a la mitad o más. La mayoría de las personas que mejoran vuelven a decaer si no reciben más atención.',
        ),
        concerns: { drug: ['ketamine'], route: ['IV'], treats: ['depression'] },
        cites: ['phillips-2019', 'wilkinson-2021'],
        confidence: 'med',
        basis: 'src',
      },
      {
        text: said(
          'For shots and lozenges there are fewer and smaller studies than for infusions. We know less about how well they work.',
          'Para las inyecciones y las pastillas hay menos estudios, y más pequeños, que para las infusiones. Sabemos menos sobre qué tan bien funcionan.',
        ),
        concerns: { drug: ['ketamine'], route: ['IM', 'SL'] },
        cites: ['swainson-2021', 'andrade-2019', 'chilukuri-2014'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'After the first 4 weeks of esketamine we look with you at whether it has helped. If it has not, we do not go on.',
          'Después de las primeras 4 semanas de esketamina, vemos con usted si ha ayudado. Si no ayudó, no seguimos.',
        ),
        concerns: { drug: ['esketamine'] },
        cites: ['esketamine-label-us'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'For PTSD, studies do not agree. One with 30 people found that it helped. A larger one with 158 people found no effect on PTSD. A US guideline for veterans suggests not to use it for PTSD. Therapy that works on the trauma comes first.',
          'Para el trastorno de estrés postraumático, los estudios no coinciden. Uno con 30 personas encontró que ayudaba. Otro más grande, con 158 personas, no encontró efecto sobre este trastorno. Una guía de Estados Unidos para veteranos sugiere no usarla para esto. Primero va la terapia que trabaja el trauma.',
        ),
        concerns: { treats: ['ptsd'] },
        cites: ['feder-2021', 'abdallah-2022', 'va-dod-ptsd-2023'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'For anxiety there are only small studies. One of the infusion had 18 people. We do not know how long the effect lasts.',
          'Para la ansiedad solo hay estudios pequeños. Uno con infusión tuvo 18 personas. No sabemos cuánto dura el efecto.',
        ),
        concerns: { treats: ['anxiety'] },
        cites: ['taylor-2018', 'glue-2017'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'For the pain condition called CRPS, relief lasted up to about 12 weeks in studies. For other long-lasting pain, proof is weak or missing. Less pain did not always mean that people could do more.',
          'Para el síndrome de dolor regional complejo, el alivio duró hasta unas 12 semanas en los estudios. Para otros dolores de larga duración, las pruebas son débiles o no las hay. Tener menos dolor no siempre significó poder hacer más cosas.',
        ),
        concerns: { treats: ['pain'] },
        cites: ['cohen-2018', 'sigtermans-2009'],
        confidence: 'high',
        basis: 'src',
      },
      {
        text: said(
          'For thoughts of suicide, some studies of ketamine in hospitals found fast relief. It did not last in all of them, and one small study found no difference. Esketamine has not been shown to prevent suicide. Neither takes the place of a hospital when you need one.',
          'Algunos estudios dieron ketamina en hospitales a personas con pensamientos de suicidio. Hubo un alivio rápido, pero no en todos duró. Un estudio pequeño no encontró diferencia. No se ha demostrado que la esketamina prevenga el suicidio. Ninguna reemplaza a un hospital cuando usted lo necesita.',
        ),
        concerns: { treats: ['suicidal-thoughts'] },
        cites: ['grunebaum-2018', 'abbar-2022', 'esketamine-label-us', 'judgement'],
        confidence: 'med',
        basis: 'src',
      },
    ],
    fields: [],
  },
]
